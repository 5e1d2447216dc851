package org.firstfix.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.usecase.RegisterOrgUnit;
import org.firstfix.organization.usecase.RegisterUser;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.work.Work;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * The house that every server test finds: {@code house} with the region {@code east} and the branches {@code hangzhou}
 * and {@code ningbo}; in each branch one user per built-in role, named {@code <role>.<branch>} in lower case, for
 * example {@code agent.hangzhou} or {@code technical_support.ningbo}; and {@code administrator.house} above all.
 */
@TestComponent
@Lazy
public class TestHouse {
    public static final String PASSWORD = "a long enough one";

    private final Work work;
    private final RegisterOrgUnit registerOrgUnit;
    private final RegisterUser registerUser;
    private final UserDirectory users;
    private final Environment environment;
    private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
    private boolean seeded;

    TestHouse(Work work, RegisterOrgUnit registerOrgUnit, RegisterUser registerUser, UserDirectory users, Environment environment) {
        this.work = work;
        this.registerOrgUnit = registerOrgUnit;
        this.registerUser = registerUser;
        this.users = users;
        this.environment = environment;
    }

    /** @return whether this call was the one that seeded */
    boolean seed() {
        if (seeded) {
            return false;
        }
        seeded = true;
        work.asTheHouse("test", () -> {
            unit("house", "HEADQUARTERS", Optional.empty());
            unit("east", "REGION", Optional.of("house"));
            for (String branch : List.of("hangzhou", "ningbo")) {
                unit(branch, "BRANCH", Optional.of("east"));
                for (BuiltInRole role : BuiltInRole.values()) {
                    user(role, branch);
                }
            }
            user(BuiltInRole.ADMINISTRATOR, "house");
        });
        return true;
    }

    void forgetSessions() {
        clients.clear();
    }

    /** Somebody signed in over HTTP; signs in once per class. */
    public TestClient client(String userName) {
        return clients.computeIfAbsent(userName, name -> anonymous().signIn(name, PASSWORD));
    }

    /** A browser in which nobody has signed in. */
    public TestClient anonymous() {
        return new TestClient(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** Runs the body in a transaction as that user, with the user's permissions and scope, on this thread. */
    public <T> T as(String userName, Supplier<T> body) {
        Actor actor = users.credentialsOf(userName).flatMap(found -> users.actorOf(found.userId())).orElseThrow();
        return Actors.actingAs(actor, body);
    }

    public void as(String userName, Runnable body) {
        as(userName, () -> {
            body.run();
            return true;
        });
    }

    /** Runs the body in one transaction with the reach of the house: for looking at results. */
    public <T> T asTheHouse(Supplier<T> body) {
        return work.asTheHouse("test", body);
    }

    private void unit(String code, String kind, Optional<String> parent) {
        registerOrgUnit.handle(new RegisterOrgUnit.Command(code, kind, code, code, parent, "Asia/Shanghai"));
    }

    private void user(BuiltInRole role, String place) {
        String name = role.name().toLowerCase(Locale.ROOT) + "." + place;
        registerUser.handle(new RegisterUser.Command(name, PASSWORD, false, role.nameZh() + place, "0571-" + name.hashCode() % 10000000,
                name + "@firstfix.test", "en", place, List.of(new RoleGrant(role.name(), place))));
    }
}
