package org.firstfix.workorder.usecase;

import java.util.Map;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.domain.VisitPhoto;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.springframework.stereotype.Component;

/** Puts a stored picture to the visit. */
@Component
@Permission("work-order.carry-out")
public final class AttachPhoto {
    private final Work work;
    private final WorkOrders workOrders;
    private final FileStore files;

    AttachPhoto(Work work, WorkOrders workOrders, FileStore files) {
        this.work = work;
        this.workOrders = workOrders;
        this.files = files;
    }

    public record Command(String number, FileId fileId, VisitPhoto.Moment moment) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            StoredFile file = files.find(command.fileId());
            if (!file.mediaType().startsWith("image/")) {
                throw Problem.invalidField("fileId", "workorder.no-picture", Map.of("fileName", file.fileName()));
            }
            workOrder.addPhoto(new VisitPhoto(file.id(), command.moment(), file.sha256()));
            workOrders.save(workOrder);
        });
    }
}
