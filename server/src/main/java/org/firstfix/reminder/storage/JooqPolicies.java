package org.firstfix.reminder.storage;

import static org.firstfix.schema.reminder.Tables.POLICY;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.domain.QuietHours;
import org.firstfix.schema.reminder.tables.records.PolicyRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How people are reminded, per kind of duty. */
@Component
public class JooqPolicies {
    private final DSLContext database;

    JooqPolicies(DSLContext database) {
        this.database = database;
    }

    public List<Policy> all() {
        return database.selectFrom(POLICY).orderBy(POLICY.CODE.ne(Policy.HOUSE_DEFAULT), POLICY.CODE).fetch(JooqPolicies::toPolicy);
    }

    /** The policy of that code; the house's default for a kind of duty that has none of its own. */
    public Policy forDuty(String code) {
        return database.selectFrom(POLICY).where(POLICY.CODE.in(code, Policy.HOUSE_DEFAULT))
                .orderBy(POLICY.CODE.eq(code).desc()).limit(1).fetchSingle(JooqPolicies::toPolicy);
    }

    public Optional<Policy> find(String code) {
        return database.selectFrom(POLICY).where(POLICY.CODE.eq(code)).fetchOptional(JooqPolicies::toPolicy);
    }

    public Optional<Policy> lock(String code) {
        return database.selectFrom(POLICY).where(POLICY.CODE.eq(code)).forUpdate().fetchOptional(JooqPolicies::toPolicy);
    }

    /** @return whether no other has the code */
    public boolean add(Policy policy) {
        return database.insertInto(POLICY).set(toRecord(policy)).onConflictDoNothing().execute() == 1;
    }

    public void change(Policy policy) {
        database.update(POLICY).set(toRecord(policy)).where(POLICY.CODE.eq(policy.code())).execute();
    }

    private PolicyRecord toRecord(Policy policy) {
        PolicyRecord row = database.newRecord(POLICY);
        row.setCode(policy.code());
        row.setNameZh(policy.nameZh());
        row.setNameEn(policy.nameEn());
        row.setCalendarCode(policy.calendarCode());
        row.setRemindOnArrival(policy.remindOnArrival());
        row.setBeforeMinutes(policy.before().map(before -> before instanceof Policy.Before.Minutes(int minutes) ? minutes : null).orElse(null));
        row.setBeforePercent(policy.before().map(before -> before instanceof Policy.Before.PercentLeft(int percent) ? percent : null).orElse(null));
        row.setEscalateAfterMinutes(policy.escalateAfter().map(after -> (int) after.toMinutes()).orElse(null));
        row.setEscalateEveryMinutes((int) policy.escalateEvery().toMinutes());
        row.setEscalationRole(policy.escalationRole());
        row.setArrivalChannels(names(policy.channelsAt(Moment.ARRIVAL)));
        row.setBeforeChannels(names(policy.channelsAt(Moment.BEFORE_DUE)));
        row.setEscalationChannels(names(policy.channelsAt(Moment.ESCALATION)));
        row.setQuietFrom(policy.quietHours().map(QuietHours::from).orElse(null));
        row.setQuietUntil(policy.quietHours().map(QuietHours::until).orElse(null));
        row.setVersion(policy.version());
        return row;
    }

    static String[] names(Set<Channel> channels) {
        return channels.stream().map(Channel::name).sorted().toArray(String[]::new);
    }

    static Set<Channel> channels(String[] names) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(names).map(Channel::valueOf).forEach(channels::add);
        return channels;
    }

    private static Policy toPolicy(PolicyRecord row) {
        Map<Moment, Set<Channel>> channels = new EnumMap<>(Moment.class);
        channels.put(Moment.ARRIVAL, channels(row.getArrivalChannels()));
        channels.put(Moment.BEFORE_DUE, channels(row.getBeforeChannels()));
        channels.put(Moment.ESCALATION, channels(row.getEscalationChannels()));
        Optional<Policy.Before> before = Optional.ofNullable(row.getBeforeMinutes()).<Policy.Before>map(Policy.Before.Minutes::new)
                .or(() -> Optional.ofNullable(row.getBeforePercent()).map(Policy.Before.PercentLeft::new));
        return new Policy(row.getCode(), row.getNameZh(), row.getNameEn(), row.getCalendarCode(), row.getRemindOnArrival(), before,
                Optional.ofNullable(row.getEscalateAfterMinutes()).map(Duration::ofMinutes), Duration.ofMinutes(row.getEscalateEveryMinutes()),
                row.getEscalationRole(), channels,
                Optional.ofNullable(row.getQuietFrom()).map(from -> new QuietHours(from, row.getQuietUntil())), row.getVersion());
    }
}
