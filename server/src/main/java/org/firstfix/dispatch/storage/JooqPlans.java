package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.PLAN;
import static org.firstfix.schema.dispatch.Tables.PLAN_VERSION;
import static org.firstfix.schema.dispatch.Tables.PROPOSED_CHANGE;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.dispatch.domain.Reason;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Objective;
import org.firstfix.schema.dispatch.tables.records.PlanRecord;
import org.firstfix.schema.dispatch.tables.records.PlanVersionRecord;
import org.firstfix.schema.dispatch.tables.records.ProposedChangeRecord;
import org.firstfix.workorder.WorkOrderId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqPlans implements Plans {
    private static final List<String> OPEN = List.of("COMPUTING", "PROPOSED");

    private final DSLContext database;
    private final OrganizationApi organization;
    private final JsonMapper json;

    JooqPlans(DSLContext database, OrganizationApi organization, JsonMapper json) {
        this.database = database;
        this.organization = organization;
        this.json = json;
    }

    @Override
    public Held hold(PlanArea area) {
        database.insertInto(PLAN).set(PLAN.ORG_PATH, area.branch().value()).set(PLAN.TERRITORY_CODE, area.territory().orElse(null))
                .set(PLAN.DAY, area.day()).onConflictDoNothing().execute();
        PlanRecord row = database.selectFrom(PLAN).where(of(area)).forUpdate().fetchSingle();
        return new Held(row.getId(), row.getPublished());
    }

    private static Condition of(PlanArea area) {
        return PLAN.ORG_PATH.eq(area.branch().value()).and(PLAN.TERRITORY_CODE.isNotDistinctFrom(area.territory().orElse(null)))
                .and(PLAN.DAY.eq(area.day()));
    }

    @Override
    public PlanVersion load(UUID version) {
        UUID plan = database.select(PLAN_VERSION.PLAN_ID).from(PLAN_VERSION).where(PLAN_VERSION.ID.eq(version)).fetchOptional(PLAN_VERSION.PLAN_ID)
                .orElseThrow(() -> Problem.notFound("plan-version", version));
        database.selectFrom(PLAN).where(PLAN.ID.eq(plan)).forUpdate().fetchSingle();
        return view(version);
    }

    @Override
    public PlanVersion view(UUID version) {
        return database.selectFrom(PLAN_VERSION).where(PLAN_VERSION.ID.eq(version)).fetchOptional(row -> told(row, changes(version)))
                .orElseThrow(() -> Problem.notFound("plan-version", version));
    }

    @Override
    public Optional<PlanVersion> loadOpen(UUID plan) {
        return database.selectFrom(PLAN_VERSION).where(PLAN_VERSION.PLAN_ID.eq(plan), PLAN_VERSION.STATUS.in(OPEN)).forUpdate()
                .fetchOptional(row -> told(row, changes(row.getId())));
    }

    @Override
    public Optional<PlanVersion> viewOpen(PlanArea area) {
        return database.select(PLAN_VERSION.fields()).from(PLAN_VERSION).join(PLAN).on(PLAN.ID.eq(PLAN_VERSION.PLAN_ID)).where(of(area))
                .and(PLAN_VERSION.STATUS.in(OPEN)).fetchOptional(row -> told(row.into(PLAN_VERSION), changes(row.get(PLAN_VERSION.ID))));
    }

    @Override
    public List<PlanVersion> decided(PlanArea area, int most) {
        return database.select(PLAN_VERSION.fields()).from(PLAN_VERSION).join(PLAN).on(PLAN.ID.eq(PLAN_VERSION.PLAN_ID)).where(of(area))
                .and(PLAN_VERSION.STATUS.notIn(OPEN)).orderBy(PLAN_VERSION.DECIDED_AT.desc(), PLAN_VERSION.ID.desc()).limit(most)
                .fetch(row -> told(row.into(PLAN_VERSION), List.of()));
    }

    @Override
    public int published(PlanArea area) {
        return database.select(PLAN.PUBLISHED).from(PLAN).where(of(area)).fetchOptional(PLAN.PUBLISHED).orElse(0);
    }

    @Override
    public void add(PlanVersion version) {
        PlanVersionRecord row = database.newRecord(PLAN_VERSION);
        row.setId(version.id());
        row.setPlanId(version.planId());
        row.setCause(version.cause().name());
        row.setCauseNote(version.note());
        row.setBasedOn(version.basedOn());
        row.setUndoes(version.undoes().orElse(null));
        row.setSeed(version.seed());
        row.setRequestedBy(version.requestedBy());
        row.setRequestedAt(version.requestedAt());
        row.setOrgPath(version.area().branch().value());
        fill(row, version);
        row.insert();
        write(version);
    }

    @Override
    public void save(PlanVersion version) {
        PlanVersionRecord row = database.newRecord(PLAN_VERSION);
        fill(row, version);
        database.update(PLAN_VERSION).set(row).where(PLAN_VERSION.ID.eq(version.id())).execute();
        write(version);
    }

    private static void fill(PlanVersionRecord row, PlanVersion version) {
        row.setNumber(version.number().orElse(null));
        row.setStatus(version.status().name());
        row.setIterations(version.iterations());
        row.setPolicyVersion(version.policyVersion());
        row.setBeforeHard(version.before().hard());
        row.setBeforeMoney(version.before().money());
        row.setBeforePreference(version.before().preference());
        row.setAfterHard(version.after().hard());
        row.setAfterMoney(version.after().money());
        row.setAfterPreference(version.after().preference());
        row.setComputedAt(version.computedAt().orElse(null));
        row.setDecidedBy(version.decidedBy().orElse(null));
        row.setDecidedAt(version.decidedAt().orElse(null));
    }

    private void write(PlanVersion version) {
        database.deleteFrom(PROPOSED_CHANGE).where(PROPOSED_CHANGE.VERSION_ID.eq(version.id())).execute();
        database.batchInsert(version.changes().stream().map(change -> row(version, change)).toList()).execute();
    }

    private ProposedChangeRecord row(PlanVersion version, ProposedChange change) {
        ProposedChangeRecord row = database.newRecord(PROPOSED_CHANGE);
        row.setVersionId(version.id());
        row.setPosition(change.position());
        row.setKind(change.kind().name());
        row.setState(change.state().name());
        row.setWorkOrderId(change.workOrder().value());
        row.setAppointmentNumber(change.appointment().orElse(null));
        row.setFormerEngineerId(change.former().map(slot -> slot.engineer().value()).orElse(null));
        row.setFormerCrew(crew(change.former()));
        row.setFormerStartsAt(change.former().map(slot -> slot.period().startsAt()).orElse(null));
        row.setFormerEndsAt(change.former().map(slot -> slot.period().endsAt()).orElse(null));
        row.setEngineerId(change.wanted().map(slot -> slot.engineer().value()).orElse(null));
        row.setCrew(crew(change.wanted()));
        row.setStartsAt(change.wanted().map(slot -> slot.period().startsAt()).orElse(null));
        row.setEndsAt(change.wanted().map(slot -> slot.period().endsAt()).orElse(null));
        row.setReasons(JSONB.valueOf(json.writeValueAsString(change.reasons())));
        row.setOrgPath(version.area().branch().value());
        return row;
    }

    private static UUID[] crew(Optional<ProposedChange.Slot> slot) {
        return PersonId.values(slot.map(ProposedChange.Slot::crew).orElse(List.of()));
    }

    @Override
    public void inForce(UUID plan, int number) {
        database.update(PLAN).set(PLAN.PUBLISHED, number).where(PLAN.ID.eq(plan)).execute();
    }

    private List<ProposedChange> changes(UUID version) {
        return database.selectFrom(PROPOSED_CHANGE).where(PROPOSED_CHANGE.VERSION_ID.eq(version)).orderBy(PROPOSED_CHANGE.POSITION)
                .fetch(row -> new ProposedChange(row.getPosition(), ProposedChange.State.valueOf(row.getState()), new WorkOrderId(row.getWorkOrderId()),
                        Optional.ofNullable(row.getAppointmentNumber()), slot(row.getFormerEngineerId(), row.getFormerCrew(), row.getFormerStartsAt(), row.getFormerEndsAt()),
                        slot(row.getEngineerId(), row.getCrew(), row.getStartsAt(), row.getEndsAt()),
                        json.readValue(row.getReasons().data(), new TypeReference<List<Reason>>() {})));
    }

    private static Optional<ProposedChange.Slot> slot(@Nullable UUID engineer, UUID[] crew, @Nullable Instant from, @Nullable Instant to) {
        return engineer == null || from == null || to == null ? Optional.empty()
                : Optional.of(new ProposedChange.Slot(new PersonId(engineer), PersonId.all(crew), new Period(from, to)));
    }

    private PlanVersion told(PlanVersionRecord row, List<ProposedChange> changes) {
        PlanRecord plan = database.selectFrom(PLAN).where(PLAN.ID.eq(row.getPlanId())).fetchSingle();
        OrgPath branch = new OrgPath(plan.getOrgPath());
        ZoneId zone = organization.findUnitAt(branch).map(OrgUnitSummary::zone).orElseThrow();
        return new PlanVersion(row.getId(), row.getPlanId(), new PlanArea(branch, Optional.ofNullable(plan.getTerritoryCode()), plan.getDay(), zone),
                Optional.ofNullable(row.getNumber()), PlanVersion.Status.valueOf(row.getStatus()), PlanVersion.Cause.valueOf(row.getCause()),
                row.getCauseNote(), row.getBasedOn(), Optional.ofNullable(row.getUndoes()), row.getSeed(), row.getIterations(), row.getPolicyVersion(),
                new Objective(row.getBeforeHard(), row.getBeforeMoney(), row.getBeforePreference()),
                new Objective(row.getAfterHard(), row.getAfterMoney(), row.getAfterPreference()), row.getRequestedBy(), row.getRequestedAt(),
                Optional.ofNullable(row.getComputedAt()), Optional.ofNullable(row.getDecidedBy()), Optional.ofNullable(row.getDecidedAt()), changes);
    }
}
