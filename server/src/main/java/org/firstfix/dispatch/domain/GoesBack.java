package org.firstfix.dispatch.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.firstfix.routing.plan.Level;

/** What of a version can be taken back: a visit does not go back to somebody who is absent then, nor to where one stays that cannot. */
public final class GoesBack {
    private GoesBack() {}

    /** @param stays with the reason */
    public record Split(List<ProposedChange> goes, List<ProposedChange> stays) {
        public Split {
            goes = List.copyOf(goes);
            stays = List.copyOf(stays);
        }
    }

    /**
     * @param back what would take a version back
     * @param absences of those a visit would go back to, in the time it would take
     */
    public static Split of(List<ProposedChange> back, Function<ProposedChange.Slot, List<Absence>> absences) {
        List<ProposedChange> goes = new ArrayList<>();
        List<ProposedChange> stays = new ArrayList<>();
        for (ProposedChange change : back) {
            Optional<Reason> absent = change.wanted().flatMap(slot -> absentThen(slot, absences.apply(slot)));
            absent.ifPresentOrElse(reason -> stays.add(staying(change, reason)), () -> goes.add(change));
        }
        boolean again = true;
        while (again) {
            Optional<ProposedChange> stopped = goes.stream().filter(change -> stays.stream().anyMatch(other -> takesPlaceOf(other, change))).findFirst();
            stopped.ifPresent(change -> {
                goes.remove(change);
                stays.add(staying(change, new Reason(Reason.OCCUPIED, Level.HARD, 1, Map.of())));
            });
            again = stopped.isPresent();
        }
        return new Split(goes, stays);
    }

    static Optional<Reason> absentThen(ProposedChange.Slot slot, List<Absence> absences) {
        return absences.stream().filter(absence -> absence.period().overlaps(slot.period())).findFirst().map(away -> {
            Map<String, Object> values = new HashMap<>(Map.of("reason", away.reason().name(), "until", away.period().endsAt().toString()));
            return new Reason(Reason.ABSENT, Level.HARD, 1, values);
        });
    }

    /** What stays is where the other would go back to. */
    static boolean takesPlaceOf(ProposedChange stays, ProposedChange goes) {
        return stays.former().isPresent() && goes.wanted().isPresent() && stays.former().get().people().stream().anyMatch(goes.wanted().get().people()::contains)
                && stays.former().get().period().overlaps(goes.wanted().get().period());
    }

    private static ProposedChange staying(ProposedChange change, Reason reason) {
        return new ProposedChange(change.position(), ProposedChange.State.LEFT, change.workOrder(), change.appointment(), change.former(), change.wanted(),
                List.of(reason));
    }
}
