package org.firstfix.platform.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** What the sign-in page may know before anybody signed in. */
@Component
public class SignInOptions {
    /** An account of the demo organisation; never present outside it. */
    public record DemoAccount(String userName, String password, String displayName, String role, String note) {}

    record View(String version, List<DemoAccount> demoAccounts) {}

    private final String version;
    private volatile List<DemoAccount> demoAccounts = List.of();

    SignInOptions(ObjectProvider<BuildProperties> build) {
        this.version = Optional.ofNullable(build.getIfAvailable()).map(BuildProperties::getVersion).orElse("development");
    }

    public void showDemoAccounts(List<DemoAccount> accounts) {
        demoAccounts = List.copyOf(accounts);
    }

    View view() {
        return new View(version, demoAccounts);
    }
}
