package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.ExamAssigned;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.scope.OrgPath;
import org.springframework.stereotype.Component;

/** Gives an exam to engineers, each as a duty of theirs. */
@Component
class Assignments {
    private static final UUID NEW = new UUID(0, 0);

    private final JooqExams exams;
    private final ExamDuties duties;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    Assignments(JooqExams exams, ExamDuties duties, OrganizationApi organization, Announcements announcements, Clock clock) {
        this.exams = exams;
        this.duties = duties;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param passedOver names of those who may not take exams, or have it already */
    record Given(List<Assignment> assigned, List<String> passedOver) {}

    Given give(Exam exam, List<EngineerSkills> engineers, Instant dueAt, Optional<LocalDate> renews, String reason) {
        List<Assignment> assigned = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Map<OrgPath, Map<PersonId, PersonSummary>> takers = new HashMap<>();
        for (EngineerSkills engineer : engineers) {
            Optional.ofNullable(takers.computeIfAbsent(engineer.orgPath(), this::whoTakesExams).get(engineer.id()))
                    .flatMap(person -> give(exam, engineer, person, dueAt, renews, reason))
                    .ifPresentOrElse(assigned::add, () -> passedOver.add(engineer.name()));
        }
        return new Given(assigned, passedOver);
    }

    private Optional<Assignment> give(Exam exam, EngineerSkills engineer, PersonSummary person, Instant dueAt, Optional<LocalDate> renews, String reason) {
        Instant now = clock.instant();
        Optional<Assignment> given = person.userId().flatMap(user -> exams.assign(new Assignment(new AssignmentId(NEW), exam.code(), engineer.id(),
                engineer.code(), engineer.name(), user, dueAt, renews, Assignment.Status.OPEN, now, Actors.current().name(), Optional.empty(),
                engineer.orgPath())));
        given.ifPresent(assignment -> {
            duties.entrust(exam, assignment);
            announcements.announce(new ExamAssigned(assignment.id(), exam.code(), engineer.id(), dueAt, reason, engineer.orgPath(), now));
        });
        return given;
    }

    /** Whoever sets or grades exams takes none: he has seen the answers. */
    private Map<PersonId, PersonSummary> whoTakesExams(OrgPath place) {
        Set<PersonId> insiders = new HashSet<>();
        organization.holdersOf("exam.set", place).forEach(person -> insiders.add(person.id()));
        organization.holdersOf("exam.grade", place).forEach(person -> insiders.add(person.id()));
        return organization.holdersOf("exam.take", place).stream().filter(person -> !insiders.contains(person.id()))
                .collect(Collectors.toMap(PersonSummary::id, person -> person, (one, same) -> one));
    }
}
