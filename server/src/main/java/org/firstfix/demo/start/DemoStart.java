package org.firstfix.demo.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.demo.DemoSettings;
import org.firstfix.demo.life.DemoOrganization;
import org.firstfix.demo.scenery.Staff;
import org.firstfix.organization.BuiltInRole;
import org.firstfix.platform.identity.SignInOptions;
import org.firstfix.platform.web.GettingReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the demo organisation when a demo starts for the first time, and its next day when it starts on another one.
 * It runs while the server is not ready yet: readiness follows when all listeners of the start are done, and jobs begin
 * after it as well.
 */
@Component
class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoOrganization organization;
    private final DemoSettings settings;
    private final SignInOptions signIn;
    private final GettingReady gettingReady;
    private final Environment environment;
    private final Clock clock;
    private final boolean demo;

    DemoStart(DemoOrganization organization, DemoSettings settings, SignInOptions signIn, GettingReady gettingReady, Environment environment, Clock clock,
            @Value("${firstfix.mode}") String mode) {
        this.organization = organization;
        this.settings = settings;
        this.signIn = signIn;
        this.gettingReady = gettingReady;
        this.environment = environment;
        this.clock = clock;
        this.demo = mode.equals("demo");
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void prepare() {
        if (!demo) {
            return;
        }
        Progress progress = new Progress(System.out, System.console() != null && System.console().isTerminal());
        Instant began = clock.instant();
        Optional<Instant> livedUntil = organization.livedUntil();
        if (livedUntil.isEmpty()) {
            organization.make(settings, began, (done, what) -> tell(progress, done, what));
            progress.end();
            LOG.info("Demo organisation made in {} s.", Duration.between(began, clock.instant()).toSeconds());
        } else if (organization.isYesterday(livedUntil.get(), began)) {
            organization.liveOn(settings, livedUntil.get(), began, (done, what) -> tell(progress, done, what));
            progress.end();
            LOG.info("A new day of the demo organisation made in {} s.", Duration.between(began, clock.instant()).toSeconds());
        }
        signIn.showDemoAccounts(accounts());
        // Not through the log: this is for the eyes of who started it.
        System.out.println(welcome());
    }

    private void tell(Progress progress, double done, String what) {
        gettingReady.done(done);
        progress.show(done, what);
    }

    private static List<SignInOptions.DemoAccount> accounts() {
        return Staff.all().stream().filter(Staff::shown).map(staff -> new SignInOptions.DemoAccount(staff.userName(),
                DemoOrganization.PASSWORD, staff.name(), staff.role(), note(staff))).toList();
    }

    private static String note(Staff staff) {
        return staff.place().equals("ningbo") ? "ningbo" : "";
    }

    private String welcome() {
        StringBuilder text = new StringBuilder("\n  Firstfix demo is ready:  http://localhost:"
                + environment.getProperty("local.server.port", "8080") + "\n\n  Password of all accounts: " + DemoOrganization.PASSWORD + "\n");
        for (Staff staff : Staff.all()) {
            if (staff.shown()) {
                String role = BuiltInRole.find(staff.role()).map(BuiltInRole::nameEn).orElse(staff.role());
                text.append("    %-12s %s%s%n".formatted(staff.userName(), role, staff.place().equals("ningbo") ? ", Ningbo branch" : ""));
            }
        }
        return text.toString();
    }
}
