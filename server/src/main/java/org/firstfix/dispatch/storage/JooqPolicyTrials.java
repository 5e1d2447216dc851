package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.POLICY_TRIAL;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.PolicyTrial;
import org.firstfix.dispatch.domain.PolicyTrials;
import org.firstfix.dispatch.domain.TrialDay;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.PolicyTrialRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqPolicyTrials implements PolicyTrials {
    private static final int LATEST = 30;

    private final DSLContext database;
    private final JsonMapper json;

    JooqPolicyTrials(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public PolicyTrial view(UUID id) {
        return database.selectFrom(POLICY_TRIAL).where(POLICY_TRIAL.ID.eq(id)).fetchOptional(this::told)
                .orElseThrow(() -> Problem.notFound("policy-trial", id));
    }

    @Override
    public void add(PolicyTrial trial) {
        PolicyTrialRecord row = database.newRecord(POLICY_TRIAL);
        row.setId(trial.id());
        row.setOrgPath(trial.place().value());
        row.setBranchPath(trial.branch().value());
        row.setFirstDay(trial.firstDay());
        row.setLastDay(trial.lastDay());
        row.setWeights(JSONB.valueOf(json.writeValueAsString(trial.policy())));
        row.setNote(trial.note());
        row.setComparedWith(trial.comparedWith());
        row.setComparedWeights(JSONB.valueOf(json.writeValueAsString(trial.compared())));
        row.setSeed(trial.seed());
        row.setRequestedBy(trial.requestedBy());
        row.setRequestedAt(trial.requestedAt());
        fill(row, trial);
        row.insert();
    }

    @Override
    public void save(PolicyTrial trial) {
        PolicyTrialRecord row = database.newRecord(POLICY_TRIAL);
        fill(row, trial);
        database.update(POLICY_TRIAL).set(row).where(POLICY_TRIAL.ID.eq(trial.id())).execute();
    }

    private void fill(PolicyTrialRecord row, PolicyTrial trial) {
        row.setStatus(trial.status().name());
        row.setDays(JSONB.valueOf(json.writeValueAsString(trial.days())));
        row.setFailure(trial.failure());
        row.setComputedAt(trial.computedAt().orElse(null));
    }

    @Override
    public boolean wasTried(OrgPath place, PlanningPolicy policy, int inForce) {
        return database.selectFrom(POLICY_TRIAL).where(POLICY_TRIAL.ORG_PATH.eq(place.value()), POLICY_TRIAL.STATUS.eq(PolicyTrial.Status.READY.name()),
                        POLICY_TRIAL.COMPARED_WITH.eq(inForce)).orderBy(POLICY_TRIAL.REQUESTED_AT.desc()).limit(LATEST)
                .fetch(this::told).stream().anyMatch(trial -> trial.speaksFor(policy, inForce));
    }

    private PolicyTrial told(PolicyTrialRecord row) {
        return new PolicyTrial(row.getId(), new OrgPath(row.getOrgPath()), new OrgPath(row.getBranchPath()), row.getFirstDay(), row.getLastDay(),
                PolicyTrial.Status.valueOf(row.getStatus()), json.readValue(row.getWeights().data(), PlanningPolicy.class), row.getNote(),
                row.getComparedWith(), json.readValue(row.getComparedWeights().data(), PlanningPolicy.class), row.getSeed(),
                json.readValue(row.getDays().data(), new TypeReference<List<TrialDay>>() {}), row.getFailure(), row.getRequestedBy(),
                row.getRequestedAt(), Optional.ofNullable(row.getComputedAt()));
    }
}
