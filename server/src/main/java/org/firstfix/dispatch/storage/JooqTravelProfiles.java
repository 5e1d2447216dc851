package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.MEASURED_WAY;
import static org.firstfix.schema.dispatch.Tables.TRAVEL_CHOICE;
import static org.firstfix.schema.dispatch.Tables.TRAVEL_PROFILE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.domain.AProfileHasToWin;
import org.firstfix.dispatch.domain.Cell;
import org.firstfix.dispatch.domain.HourBand;
import org.firstfix.dispatch.domain.MeasuredWays;
import org.firstfix.dispatch.domain.TravelError;
import org.firstfix.dispatch.domain.TravelProfile;
import org.firstfix.dispatch.domain.TravelProfiles;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.MeasuredWayRecord;
import org.firstfix.schema.dispatch.tables.records.TravelChoiceRecord;
import org.firstfix.schema.dispatch.tables.records.TravelProfileRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqTravelProfiles implements TravelProfiles {
    private static final int MOST = 50;

    private final DSLContext database;
    private final JsonMapper json;

    JooqTravelProfiles(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Choice choiceAt(OrgPath place) {
        return database.selectFrom(TRAVEL_CHOICE).where(condition("{0} @> {1}::ltree", TRAVEL_CHOICE.ORG_PATH, val(place.value())))
                .orderBy(field("nlevel({0})", Integer.class, TRAVEL_CHOICE.ORG_PATH).desc()).limit(1)
                .fetchOptional(JooqTravelProfiles::choice).orElseGet(() -> Choice.none(place));
    }

    @Override
    public Choice hold(OrgPath branch) {
        Choice none = Choice.none(branch);
        database.insertInto(TRAVEL_CHOICE).set(row(none)).onConflictDoNothing().execute();
        return database.selectFrom(TRAVEL_CHOICE).where(TRAVEL_CHOICE.ORG_PATH.eq(branch.value())).forUpdate()
                .fetchOptional(JooqTravelProfiles::choice).orElse(none);
    }

    @Override
    public void choose(Choice next) {
        TravelChoiceRecord row = row(next);
        row.setVersion(next.version() + 1);
        int changed = database.update(TRAVEL_CHOICE).set(row).where(TRAVEL_CHOICE.ORG_PATH.eq(next.branch().value()),
                TRAVEL_CHOICE.VERSION.eq(next.version())).execute();
        if (changed == 0) {
            Choice there = choiceAt(next.branch());
            throw Problem.stale(next.version(), there.version(), there);
        }
    }

    private static TravelChoiceRecord row(Choice choice) {
        TravelChoiceRecord row = new TravelChoiceRecord();
        row.setOrgPath(choice.branch().value());
        row.setNumber(choice.number());
        row.setHeld(choice.held());
        row.setReason(choice.reason());
        row.setDecidedBy(choice.decidedBy());
        row.setDecidedAt(choice.decidedAt());
        row.setMeasuredAt(choice.measuredAt().orElse(null));
        row.setVersion(choice.version());
        return row;
    }

    private static Choice choice(TravelChoiceRecord row) {
        return new Choice(new OrgPath(row.getOrgPath()), row.getNumber(), row.getHeld(), row.getReason(), row.getDecidedBy(), row.getDecidedAt(),
                Optional.ofNullable(row.getMeasuredAt()), row.getVersion());
    }

    @Override
    public Optional<Version> find(OrgPath branch, int number) {
        return database.selectFrom(TRAVEL_PROFILE).where(TRAVEL_PROFILE.ORG_PATH.eq(branch.value()), TRAVEL_PROFILE.NUMBER.eq(number))
                .fetchOptional(this::version);
    }

    @Override
    public List<Version> versions(OrgPath branch) {
        return database.selectFrom(TRAVEL_PROFILE).where(TRAVEL_PROFILE.ORG_PATH.eq(branch.value())).orderBy(TRAVEL_PROFILE.NUMBER.desc())
                .limit(MOST).fetch(this::version);
    }

    @Override
    public void add(Version version) {
        TravelProfileRecord row = judged(version);
        row.setOrgPath(version.branch().value());
        row.setNumber(version.number());
        row.setCurves(JSONB.valueOf(json.writeValueAsString(version.profile())));
        row.setLegs(version.legs());
        row.setFittedUntil(version.fittedUntil());
        row.setFittedAt(version.fittedAt());
        database.insertInto(TRAVEL_PROFILE).set(row).execute();
    }

    @Override
    public void judge(Version version) {
        database.update(TRAVEL_PROFILE).set(judged(version)).where(TRAVEL_PROFILE.ORG_PATH.eq(version.branch().value()),
                TRAVEL_PROFILE.NUMBER.eq(version.number())).execute();
    }

    private TravelProfileRecord judged(Version version) {
        TravelProfileRecord row = new TravelProfileRecord();
        Duel duel = version.duel();
        row.setVerdict(duel.decision().verdict().name());
        row.setAgainst(duel.against());
        row.setUnseenLegs(duel.decision().legs());
        row.setBefore(duel.before().map(this::written).orElse(null));
        row.setAfter(duel.after().map(this::written).orElse(null));
        row.setGainMinutes(duel.decision().gainMinutes());
        row.setStandardError(duel.decision().standardError());
        row.setJudgedAt(duel.at());
        return row;
    }

    private JSONB written(TravelError error) {
        return JSONB.valueOf(json.writeValueAsString(error));
    }

    private Optional<TravelError> error(@Nullable JSONB stored) {
        return Optional.ofNullable(stored).map(text -> json.readValue(text.data(), TravelError.class));
    }

    private Version version(TravelProfileRecord row) {
        var decision = new AProfileHasToWin.Decision(AProfileHasToWin.Verdict.valueOf(row.getVerdict()), row.getUnseenLegs(), row.getGainMinutes(),
                row.getStandardError());
        return new Version(new OrgPath(row.getOrgPath()), row.getNumber(), json.readValue(row.getCurves().data(), TravelProfile.class), row.getLegs(),
                row.getFittedUntil(), row.getFittedAt(), new Duel(row.getAgainst(), decision, error(row.getBefore()), error(row.getAfter()),
                        row.getJudgedAt()));
    }

    @Override
    public void replaceMeasured(OrgPath branch, MeasuredWays ways, Instant now) {
        database.deleteFrom(MEASURED_WAY).where(MEASURED_WAY.ORG_PATH.eq(branch.value())).execute();
        database.batchInsert(ways.ways().stream().map(way -> new MeasuredWayRecord(branch.value(), way.from().row(), way.from().column(),
                way.to().row(), way.to().column(), way.band().name(), way.seconds(), way.legs())).toList()).execute();
        database.update(TRAVEL_CHOICE).set(TRAVEL_CHOICE.MEASURED_AT, now).where(TRAVEL_CHOICE.ORG_PATH.eq(branch.value())).execute();
    }

    @Override
    public MeasuredWays measured(OrgPath branch) {
        return new MeasuredWays(database.selectFrom(MEASURED_WAY).where(MEASURED_WAY.ORG_PATH.eq(branch.value())).fetch(row ->
                new MeasuredWays.MeasuredWay(new Cell(row.getFromRow(), row.getFromColumn()), new Cell(row.getToRow(), row.getToColumn()),
                        HourBand.valueOf(row.getBand()), row.getSeconds(), row.getLegs())));
    }
}
