package org.firstfix.organization.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.storage.Users;
import org.firstfix.platform.work.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An empty house gets its first administrator; the password is made here and shown this once. */
@Component
class FirstAdministrator {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Work work;
    private final Users users;
    private final RegisterOrgUnit registerOrgUnit;
    private final RegisterUser registerUser;
    private final boolean serving;

    FirstAdministrator(Work work, Users users, RegisterOrgUnit registerOrgUnit, RegisterUser registerUser,
            @Value("${firstfix.mode}") String mode) {
        this.work = work;
        this.users = users;
        this.registerOrgUnit = registerOrgUnit;
        this.registerUser = registerUser;
        this.serving = mode.equals("serve");
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void welcome() {
        if (!serving || !users.none()) {
            return;
        }
        String password = password();
        work.asTheHouse("first start", () -> {
            registerOrgUnit.handle(new RegisterOrgUnit.Command("house", "HEADQUARTERS", "总部", "Headquarters", Optional.empty(),
                    "Asia/Shanghai"));
            registerUser.handle(new RegisterUser.Command("admin", password, true, "Administrator", "", "", "zh-CN", "house",
                    List.of(new RoleGrant("ADMINISTRATOR", "house"), new RoleGrant("SERVICE_MANAGER", "house"))));
            // Not through the log: logs are kept and shipped, this is for the eyes of who started it. And before the
            // commit: killed in between, the next start makes another password, instead of keeping one nobody has seen.
            System.out.println("\nFirst administrator: user name admin, password " + password
                    + "\nIt is shown only now and must be changed at the first sign-in.\n");
        });
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
