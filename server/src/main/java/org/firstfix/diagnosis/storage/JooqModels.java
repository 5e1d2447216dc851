package org.firstfix.diagnosis.storage;

import static org.firstfix.schema.diagnosis.Tables.MODEL;
import static org.firstfix.schema.diagnosis.Tables.MODEL_SCORE;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.firstfix.diagnosis.domain.LearntModel;
import org.firstfix.diagnosis.domain.LearntModel.Basis;
import org.firstfix.diagnosis.domain.LearntModel.Status;
import org.firstfix.diagnosis.domain.ModelScore;
import org.firstfix.diagnosis.domain.Models;
import org.firstfix.schema.diagnosis.tables.records.ModelRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqModels implements Models {
    private final DSLContext database;

    JooqModels(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<LearntModel> inUse() {
        return withStatus(Status.IN_USE);
    }

    @Override
    public Optional<LearntModel> shadow() {
        return withStatus(Status.SHADOW);
    }

    private Optional<LearntModel> withStatus(Status status) {
        return database.selectFrom(MODEL).where(MODEL.STATUS.eq(status.name())).fetchOptional(JooqModels::toModel);
    }

    @Override
    public LearntModel add(Basis basis, Status status, Instant at) {
        int added = database.insertInto(MODEL)
                .set(MODEL.LEARNT_UP_TO, basis.learntUpTo())
                .set(MODEL.TICKETS, basis.tickets())
                .set(MODEL.MAKERS_VERSION, basis.makersVersion())
                .set(MODEL.HALF_LIFE_DAYS, basis.halfLifeDays().isPresent() ? basis.halfLifeDays().getAsDouble() : null)
                .set(MODEL.CATALOGUE, basis.catalogue().stream().sorted().toArray(String[]::new))
                .set(MODEL.STATUS, status.name())
                .set(MODEL.MADE_AT, at)
                .set(MODEL.IN_USE_SINCE, status == Status.IN_USE ? at : null)
                .onConflictDoNothing().execute();
        return withStatus(status).orElseThrow(() -> new IllegalStateException("Another server made and retired a " + status + " model meanwhile (" + added + ")."));
    }

    @Override
    public void takeOver(LearntModel shadow, String verdict, Instant at) {
        database.update(MODEL).set(MODEL.STATUS, Status.RETIRED.name()).set(MODEL.RETIRED_AT, at).where(MODEL.STATUS.eq(Status.IN_USE.name())).execute();
        database.update(MODEL).set(MODEL.STATUS, Status.IN_USE.name()).set(MODEL.IN_USE_SINCE, at).set(MODEL.VERDICT, verdict)
                .where(MODEL.NUMBER.eq(shadow.number())).execute();
    }

    @Override
    public void retire(LearntModel shadow, String verdict, Instant at) {
        database.update(MODEL).set(MODEL.STATUS, Status.RETIRED.name()).set(MODEL.RETIRED_AT, at).set(MODEL.VERDICT, verdict)
                .where(MODEL.NUMBER.eq(shadow.number())).execute();
    }

    @Override
    public void score(LearntModel model, boolean inUse, long ticket, ModelScore score, Instant at) {
        database.insertInto(MODEL_SCORE)
                .set(MODEL_SCORE.MODEL_NUMBER, model.number())
                .set(MODEL_SCORE.IN_USE, inUse)
                .set(MODEL_SCORE.TICKET_SEQUENCE, ticket)
                .set(MODEL_SCORE.LOG_LOSS, score.logLoss())
                .set(MODEL_SCORE.TOP_PROBABILITY, score.topProbability())
                .set(MODEL_SCORE.TOP_HIT, score.topHit())
                .set(MODEL_SCORE.FIRST_THREE, score.firstThree())
                .set(MODEL_SCORE.PROMISE, score.promise().orElse(null))
                .set(MODEL_SCORE.COVERED, score.covered().orElse(null))
                .set(MODEL_SCORE.SCORED_AT, at)
                .onConflictDoNothing().execute();
    }

    @Override
    public List<Duel> duels(int inUse, int shadow) {
        var ours = MODEL_SCORE.as("in_use");
        var theirs = MODEL_SCORE.as("shadow");
        return database.select(ours.LOG_LOSS, theirs.LOG_LOSS).from(ours)
                .join(theirs).on(theirs.TICKET_SEQUENCE.eq(ours.TICKET_SEQUENCE), theirs.MODEL_NUMBER.eq(inline(shadow)))
                .where(ours.MODEL_NUMBER.eq(inUse)).orderBy(ours.TICKET_SEQUENCE).fetch(row -> new Duel(row.value1(), row.value2()));
    }

    private static LearntModel toModel(ModelRecord row) {
        return new LearntModel(row.getNumber(), row.getLearntUpTo(), row.getTickets(), row.getMakersVersion(),
                row.getHalfLifeDays() == null ? OptionalDouble.empty() : OptionalDouble.of(row.getHalfLifeDays()), Set.of(row.getCatalogue()), Status.valueOf(row.getStatus()),
                row.getMadeAt());
    }
}
