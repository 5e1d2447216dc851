package org.firstfix.sla.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.OfficialNoticeImported;
import org.firstfix.sla.domain.OfficialNotice;
import org.firstfix.sla.storage.JooqCalendars;
import org.springframework.stereotype.Component;

/**
 * Takes in the official notice of a year, or a correction of it. Open clocks follow soon; what was promised before the
 * notice was known keeps its line in the ledger.
 */
@Component
@Permission("calendar.maintain")
public final class ImportOfficialNotice {
    private final Work work;
    private final JooqCalendars calendars;
    private final ClockJobs.CalendarFollowUp followUp;
    private final Announcements announcements;
    private final Clock clock;

    ImportOfficialNotice(Work work, JooqCalendars calendars, ClockJobs.CalendarFollowUp followUp, Announcements announcements,
            Clock clock) {
        this.work = work;
        this.calendars = calendars;
        this.followUp = followUp;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** A day of the notice. */
    public record Day(String name, LocalDate date, boolean off) {}

    /** @param onlyCheck whether nothing shall be saved */
    public record Command(int year, String source, List<Day> days, boolean onlyCheck) {}

    /** @param replaces the revision of the same year that it corrects */
    public record Outcome(OfficialNotice notice, Optional<OfficialNotice> replaces) {}

    public Outcome handle(Command command) {
        return work.perform(this, () -> {
            int revision = calendars.lockNotices() + 1;
            OfficialNotice notice = new OfficialNotice(revision, command.year(), command.source(), clock.instant(),
                    Actors.current().name(), command.days().stream().map(day -> new OfficialNotice.Day(day.date(), day.off(),
                            day.name().strip(), OfficialNotice.english(day.name()))).toList());
            notice.check();
            List<OfficialNotice> known = calendars.notices(revision - 1);
            contradictsNoOtherYear(notice, known);
            if (!command.onlyCheck()) {
                calendars.addNotice(notice);
                announcements.announce(new OfficialNoticeImported(notice.year(), revision, notice.source(),
                        Actors.current().home().orElseThrow(() -> Problem.forbidden("calendar.maintain")), clock.instant()));
                followUp.soon();
            }
            return new Outcome(notice, known.stream().filter(other -> other.year() == notice.year()).findFirst());
        });
    }

    /** Around New Year two notices may name the same day, but not differently. */
    private static void contradictsNoOtherYear(OfficialNotice notice, List<OfficialNotice> known) {
        Map<LocalDate, Boolean> offElsewhere = new HashMap<>();
        known.stream().filter(other -> other.year() != notice.year())
                .forEach(other -> other.days().forEach(day -> offElsewhere.put(day.date(), day.dayOff())));
        List<FieldProblem> findings = new ArrayList<>();
        for (int i = 0; i < notice.days().size(); i++) {
            OfficialNotice.Day day = notice.days().get(i);
            if (offElsewhere.getOrDefault(day.date(), day.dayOff()) != day.dayOff()) {
                findings.add(new FieldProblem("days[" + i + "].date", "sla.official-day-contradicts",
                        Map.of("date", day.date().toString())));
            }
        }
        if (!findings.isEmpty()) {
            throw Problem.invalid(findings);
        }
    }
}
