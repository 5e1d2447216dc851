package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.WhoNeedsIt;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Assigns an open exam anew before the skill it certifies runs out: once for each end of it. */
@Component
public class RenewInTime {
    private static final String HOUSE = "Firstfix";
    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);
    private static final Duration SHORTEST = Duration.ofDays(1);

    private final Work work;
    private final JooqExams exams;
    private final Assignments assignments;
    private final DispatchApi dispatch;
    private final OrganizationApi organization;
    private final Clock clock;

    RenewInTime(Work work, JooqExams exams, Assignments assignments, DispatchApi dispatch, OrganizationApi organization, Clock clock) {
        this.work = work;
        this.exams = exams;
        this.assignments = assignments;
        this.dispatch = dispatch;
        this.organization = organization;
        this.clock = clock;
    }

    /** @return how many were assigned */
    public int run() {
        int assigned = 0;
        for (Exam exam : work.asTheHouse(HOUSE, exams::open)) {
            assigned += work.asTheHouse(HOUSE, () -> dispatch.engineers(DataScope.below(List.of(exam.orgPath())), Optional.of(exam.skill())).stream()
                    .filter(engineer -> WhoNeedsIt.runsOutSoon(engineer, exam)).mapToInt(engineer -> renew(exam, engineer)).sum());
        }
        return assigned;
    }

    private int renew(Exam exam, EngineerSkills engineer) {
        return engineer.held(exam.skill()).flatMap(EngineerSkills.Held::validUntil).map(end -> {
            ZoneId zone = organization.findUnitAt(engineer.orgPath()).map(OrgUnitSummary::zone).orElse(ZoneOffset.UTC);
            Instant lastMoment = end.atTime(END_OF_WORK).atZone(zone).toInstant();
            Instant earliest = clock.instant().plus(SHORTEST);
            return assignments.give(exam, List.of(engineer), lastMoment.isBefore(earliest) ? earliest : lastMoment, Optional.of(end), "").assigned().size();
        }).orElse(0);
    }
}
