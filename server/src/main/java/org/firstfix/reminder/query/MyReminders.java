package org.firstfix.reminder.query;

import static org.firstfix.schema.reminder.Tables.DELIVERY;
import static org.firstfix.schema.reminder.Tables.DUTY;
import static org.firstfix.schema.reminder.Tables.REMINDER_ENTRY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Query;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDuties;
import org.firstfix.schema.reminder.tables.records.DutyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits for somebody: their own duties, and those of others that climbed up to them. One's own, wherever it lies. */
@Query
public class MyReminders {
    private static final String ORDER = "reminders-due";
    private static final int MOST_ENTRIES = 500;

    private final DSLContext database;
    private final Work work;
    private final OrganizationApi organization;
    private final JsonMapper json;
    private final Clock clock;

    MyReminders(DSLContext database, Work work, OrganizationApi organization, JsonMapper json, Clock clock) {
        this.database = database;
        this.work = work;
        this.organization = organization;
        this.json = json;
        this.clock = clock;
    }

    /** WAITING is what nobody has acknowledged, OPEN everything that is not over. */
    public enum Show {
        WAITING,
        OPEN,
        OVER
    }

    /**
     * @param title in the reader's language
     * @param mine whether the reader has it; otherwise it climbed up to them
     * @param entrustedBy who gave it to the house or took it on
     * @param level how often it went up the organisation
     * @param nextAt when somebody is told next
     * @param actions acknowledge, snooze, delegate
     */
    public record ReminderRow(DutyId id, String subjectType, String number, String title, String link, boolean mine, String responsibleName,
            String entrustedBy, Instant arrivedAt, Instant dueAt, boolean overdue, boolean urgent, int level, @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy, @Nullable Instant snoozedUntil, @Nullable Instant nextAt, boolean over, List<String> actions) {}

    public record Count(int waiting, int overdue) {}

    /** @param people whom it concerns, by name @param details what else is known: until, dueAt, plannedAt, heardAt, unit */
    public record EntryRow(UUID id, String kind, @Nullable String moment, int level, Instant occurredAt, String actorName, String reason,
            List<String> people, Map<String, String> details) {}

    public Page<ReminderRow> page(Show show, PageRequest request) {
        return work.asTheHouse("reminder", () -> {
            List<Condition> which = new ArrayList<>(List.of(concernsMe(), shown(show)));
            request.after(ORDER, 2).ifPresent(cursor -> which.add(row(DUTY.DUE_AT, DUTY.ID).gt(cursor.instant(0), cursor.uuid(1))));
            List<DutyRecord> found = database.selectFrom(DUTY).where(which).orderBy(DUTY.DUE_AT, DUTY.ID).limit(request.limit() + 1).fetch();
            return Page.of(rows(found), request.limit(), last -> Cursor.after(ORDER, last.dueAt(), last.id().value()));
        });
    }

    public Count count() {
        Instant now = clock.instant();
        return work.asTheHouse("reminder", () -> {
            Condition waiting = concernsMe().and(shown(Show.WAITING));
            return new Count(database.fetchCount(DUTY, waiting), database.fetchCount(DUTY, waiting.and(DUTY.DUE_AT.lt(now))));
        });
    }

    /** @throws Problem 404 also for what does not concern the reader */
    public ReminderRow one(DutyId id) {
        return work.asTheHouse("reminder", () -> rows(database.selectFrom(DUTY).where(DUTY.ID.eq(id.value()), concernsMe()).fetch()).stream()
                .findFirst().orElseThrow(() -> Problem.notFound("reminder", id.value())));
    }

    /** The ledger of one, the newest first. */
    public List<EntryRow> history(DutyId id) {
        one(id);
        return work.asTheHouse("reminder", () -> {
            var entries = database.selectFrom(REMINDER_ENTRY).where(REMINDER_ENTRY.DUTY_ID.eq(id.value()))
                    .orderBy(REMINDER_ENTRY.ID.desc()).limit(MOST_ENTRIES).fetch();
            Map<UserId, PersonSummary> people = organization.peopleOfUsers(entries.stream()
                    .flatMap(entry -> Arrays.stream(entry.getPeople())).map(UserId::new).collect(Collectors.toSet()));
            return entries.map(entry -> new EntryRow(entry.getId(), entry.getKind(), entry.getMoment(), entry.getLevel(), entry.getOccurredAt(),
                    entry.getActorName(), entry.getReason(), Arrays.stream(entry.getPeople()).map(UserId::new)
                            .map(user -> Optional.ofNullable(people.get(user)).map(PersonSummary::name).orElse("?")).toList(),
                    json.readValue(entry.getDetails().data(), new TypeReference<>() {})));
        });
    }

    private List<ReminderRow> rows(List<DutyRecord> found) {
        Map<UserId, PersonSummary> people = organization.peopleOfUsers(
                found.stream().map(duty -> new UserId(duty.getUserId())).collect(Collectors.toSet()));
        Set<UUID> told = told(found.stream().map(DutyRecord::getId).toList());
        Instant now = clock.instant();
        Language language = Actors.current().language();
        return found.stream().map(record -> {
            Duty duty = JooqDuties.toDuty(record);
            Duty.Standing standing = duty.standing();
            return new ReminderRow(duty.id(), duty.key().type(), duty.facts().number(),
                    language.choose(duty.facts().titleZh(), duty.facts().titleEn()), duty.facts().link(), standing.responsible().equals(me()),
                    Optional.ofNullable(people.get(standing.responsible())).map(PersonSummary::name).orElse("?"), duty.facts().entrustedBy(),
                    standing.arrivedAt(), standing.dueAt(), standing.open() && now.isAfter(standing.dueAt()), duty.facts().urgent(), standing.level(),
                    standing.acknowledged().map(Duty.Acknowledged::at).orElse(null), standing.acknowledged().map(Duty.Acknowledged::by).orElse(null),
                    standing.snoozedUntil().orElse(null), record.getNextAt(), !standing.open(),
                    duty.actions(me(), told.contains(record.getId()), now));
        }).toList();
    }

    private Set<UUID> told(List<UUID> duties) {
        return database.select(DELIVERY.DUTY_ID).from(DELIVERY).join(DUTY).on(DUTY.ID.eq(DELIVERY.DUTY_ID).and(DUTY.ROUND.eq(DELIVERY.ROUND)))
                .where(DELIVERY.DUTY_ID.in(duties), DELIVERY.USER_ID.eq(me().value()), DELIVERY.DELIVERED_AT.isNotNull())
                .fetchSet(DELIVERY.DUTY_ID);
    }

    /** Those who were told of an earlier plan are no longer concerned. */
    private static Condition concernsMe() {
        return DUTY.USER_ID.eq(me().value()).or(exists(selectOne().from(DELIVERY).where(DELIVERY.DUTY_ID.eq(DUTY.ID),
                DELIVERY.ROUND.eq(DUTY.ROUND), DELIVERY.USER_ID.eq(me().value()), DELIVERY.DELIVERED_AT.isNotNull())));
    }

    private static Condition shown(Show show) {
        Condition open = DUTY.STATUS.eq("OPEN");
        return switch (show) {
            case WAITING -> open.and(DUTY.ACKNOWLEDGED_AT.isNull());
            case OPEN -> open;
            case OVER -> open.not();
        };
    }

    private static UserId me() {
        return Actors.current().userId().orElseThrow(() -> Problem.unauthorized("session.missing"));
    }
}
