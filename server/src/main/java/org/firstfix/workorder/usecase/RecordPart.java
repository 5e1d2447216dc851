package org.firstfix.workorder.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** A part was built in, taken back, not needed, or dead out of the box. */
@Component
@Permission("work-order.carry-out")
public final class RecordPart {
    private final Work work;
    private final WorkOrders workOrders;
    private final AssetApi assets;
    private final Clock clock;

    RecordPart(Work work, WorkOrders workOrders, AssetApi assets, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.assets = assets;
        this.clock = clock;
    }

    public record Command(String number, PartMovement.Kind kind, String partNumber, int quantity, String serial,
            Optional<Instant> at) {}

    public PartMovement handle(Command command) {
        return work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            assets.findPart(command.partNumber()).orElseThrow(() -> Problem.invalidField("partNumber",
                    "workorder.part-unknown", Map.of("number", command.partNumber())));
            Instant now = clock.instant();
            PartMovement part = new PartMovement(UUID.randomUUID(), command.kind(), command.partNumber(), command.quantity(),
                    command.serial().strip(), EventTime.accepted(command.at().orElse(now), now));
            workOrder.addPart(part);
            workOrders.save(workOrder);
            return part;
        });
    }
}
