package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.firstfix.dispatch.WindowsWished;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.WishedWindows;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** The customer says when the work should begin. The engine keeps to it; no windows mean that any time will do. */
@Component
@Permission("appointment.agree")
public final class WishWindows {
    public static final int MOST = 20;
    private static final Duration LEAST = Duration.ofMinutes(15);
    private static final Duration FARTHEST = Duration.ofDays(90);

    private final Work work;
    private final WorkOrderApi workOrders;
    private final WishedWindows wishes;
    private final Announcements announcements;
    private final Clock clock;

    WishWindows(Work work, WorkOrderApi workOrders, WishedWindows wishes, Announcements announcements, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.wishes = wishes;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param reason in the words of the customer; may be empty */
    public record Command(String workOrderNumber, List<Window> windows, String reason) {}

    /** As it came in: its end may lie before its start. */
    public record Window(Instant startsAt, Instant endsAt) {}

    /** @throws Problem 400 naming the window that cannot be, 409 if the work is over */
    public void handle(Command command) {
        List<Period> windows = command.windows().stream().map(window -> period(window, clock.instant()))
                .sorted(Comparator.comparing(Period::startsAt)).toList();
        requireApart(windows);
        work.perform(this, () -> {
            WorkOrderSummary order = workOrders.findByNumber(command.workOrderNumber())
                    .orElseThrow(() -> Problem.notFound("work-order", command.workOrderNumber()));
            if (!order.isOpen()) {
                throw Problem.conflict("dispatch.not-bookable", Map.of("number", order.number(), "status", order.status().name()));
            }
            wishes.set(order.id(), windows, order.orgPath());
            announcements.announce(new WindowsWished(order.id(), windows.stream().map(window -> window.startsAt() + "/" + window.endsAt()).toList(),
                    order.orgPath(), clock.instant(), command.reason().strip()));
        });
    }

    private static Period period(Window window, Instant now) {
        boolean possible = !window.endsAt().isBefore(window.startsAt().plus(LEAST)) && window.endsAt().isAfter(now)
                && window.endsAt().isBefore(now.plus(FARTHEST));
        if (!possible) {
            throw Problem.invalidField("windows", "dispatch.wish-not-possible", Map.of("startsAt", window.startsAt().toString(),
                    "endsAt", window.endsAt().toString(), "minutes", LEAST.toMinutes(), "days", FARTHEST.toDays()));
        }
        return new Period(window.startsAt(), window.endsAt());
    }

    private static void requireApart(List<Period> windows) {
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).overlaps(windows.get(i - 1))) {
                throw Problem.invalidField("windows", "dispatch.wishes-overlap", Map.of("startsAt", windows.get(i).startsAt().toString(),
                        "endsAt", windows.get(i - 1).endsAt().toString()));
            }
        }
    }
}
