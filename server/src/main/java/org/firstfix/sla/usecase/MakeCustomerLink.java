package org.firstfix.sla.usecase;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.CustomerLinkMade;
import org.firstfix.sla.domain.SlaClock;
import org.firstfix.sla.storage.JooqClocks;
import org.firstfix.sla.storage.JooqCustomerLinks;
import org.springframework.stereotype.Component;

/**
 * Makes a link under which the customer sees when what was promised is due, why, and what did not count. Its secret is 256
 * random bits and is told once.
 */
@Component
@Permission("case.work")
public final class MakeCustomerLink {
    private static final Duration LASTS = Duration.ofDays(180);
    private static final int SECRET_BYTES = 32;

    private final Work work;
    private final JooqClocks clocks;
    private final JooqCustomerLinks links;
    private final Announcements announcements;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MakeCustomerLink(Work work, JooqClocks clocks, JooqCustomerLinks links, Announcements announcements, Clock clock) {
        this.work = work;
        this.clocks = clocks;
        this.links = links;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UUID caseId) {}

    /** @param path of the screen, below the address of the house */
    public record Made(String path, Instant expiresAt) {}

    public Made handle(Command command) {
        return work.perform(this, () -> {
            SlaClock.State state = clocks.state(command.caseId()).orElseThrow(() -> Problem.notFound("clock", command.caseId()));
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            Instant now = clock.instant();
            Instant expiresAt = now.plus(LASTS);
            links.add(word, command.caseId(), now, Actors.current().name(), expiresAt, state.orgPath());
            announcements.announce(new CustomerLinkMade(state.reference(), expiresAt, state.orgPath(), now));
            return new Made("/clock/" + word, expiresAt);
        });
    }
}
