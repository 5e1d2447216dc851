package org.firstfix.cases.usecase;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.query.RecentCallers;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the telephone ring in the demo, as the telephone system would: a number, or some customer's. */
@Component
@Permission("call.simulate")
public final class SimulateCall {
    private static final String SOMEBODY_UNKNOWN = "013900000000";

    private final Work work;
    private final RecordCallEvent recordCallEvent;
    private final RecentCallers recentCallers;
    private final OrganizationApi organization;
    private final String mode;

    SimulateCall(Work work, RecordCallEvent recordCallEvent, RecentCallers recentCallers, OrganizationApi organization,
            @Value("${firstfix.mode}") String mode) {
        this.work = work;
        this.recordCallEvent = recordCallEvent;
        this.recentCallers = recentCallers;
        this.organization = organization;
        this.mode = mode;
    }

    public record Command(Optional<String> number) {}

    public UUID handle(Command command) {
        return work.perform(this, () -> {
            if (!mode.equals("demo")) {
                throw Problem.conflict("cases.simulation-off", Map.of());
            }
            String line = Actors.current().home().flatMap(organization::findUnitAt).orElseThrow(() -> Problem.forbidden("call.simulate")).code();
            String number = command.number().or(recentCallers::somebody).orElse(SOMEBODY_UNKNOWN);
            return recordCallEvent.handle(new RecordCallEvent.Command(RecordCallEvent.Event.RINGING, "simulated-" + UUID.randomUUID(),
                    number, line, Optional.empty()));
        });
    }
}
