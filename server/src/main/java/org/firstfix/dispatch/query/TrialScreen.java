package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.POLICY_TRIAL;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.PolicyFigures;
import org.firstfix.dispatch.domain.PolicyTrial;
import org.firstfix.dispatch.domain.PolicyTrials;
import org.firstfix.dispatch.domain.TrialDay;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Trials of policies: what they changed on days that are over. */
@Query
public class TrialScreen {
    private static final String BY_TIME = "policy-trials";

    private final DSLContext database;
    private final PolicyTrials trials;
    private final PlanningPolicies policies;
    private final OrganizationApi organization;
    private final RuleWords words;

    TrialScreen(DSLContext database, PolicyTrials trials, PlanningPolicies policies, OrganizationApi organization, RuleWords words) {
        this.database = database;
        this.trials = trials;
        this.policies = policies;
        this.organization = organization;
        this.words = words;
    }

    /** @param daysDone of {@code days} that are computed */
    public record Row(UUID id, String unitCode, LocalDate firstDay, LocalDate lastDay, PolicyTrial.Status status, int days, int daysDone, String note,
            TrialDay.Outcome inForce, TrialDay.Outcome onTrial, String requestedBy, Instant requestedAt) {}

    /**
     * @param changes of the policy on trial against the one it was compared with
     * @param stillSpeaks whether what it was compared with is in force still
     * @param days those that are computed so far, of {@code daysWanted}
     * @param inForce the sum of the days by the policy in force; {@code onTrial} by the one on trial
     */
    public record View(UUID id, PlanningPolicyScreen.Place unit, PlanningPolicyScreen.Place branch, LocalDate firstDay, LocalDate lastDay,
            PolicyTrial.Status status, String note, int comparedWith, boolean stillSpeaks, List<PolicyFigures.Change> changes, PlanningPolicy policy,
            int daysWanted, List<Day> days, TrialDay.Outcome inForce, TrialDay.Outcome onTrial, String failure, String seed, String requestedBy,
            Instant requestedAt, Optional<Instant> computedAt) {}

    public record Day(LocalDate day, int visits, int cameUp, long iterations, TrialDay.Outcome inForce, TrialDay.Outcome onTrial, List<Example> examples) {}

    public record Example(String workOrderNumber, String subject, String priority, Side inForce, Side onTrial) {}

    /** @param engineerCode none: nobody goes that day */
    public record Side(Optional<String> engineerCode, Optional<String> engineerName, Optional<Instant> startsAt, List<RuleWords.Line> reasons) {}

    /** The newest first. @param unit none: of all the caller sees */
    public Page<Row> list(DataScope scope, Optional<OrgPath> unit, PageRequest page) {
        Optional<Cursor> after = page.after(BY_TIME, 2);
        List<UUID> ids = database.select(POLICY_TRIAL.ID).from(POLICY_TRIAL).where(Scopes.within(scope, POLICY_TRIAL.ORG_PATH))
                .and(unit.map(OrgPath::value).map(POLICY_TRIAL.ORG_PATH::eq).orElse(noCondition()))
                .and(after.map(cursor -> DSL.row(POLICY_TRIAL.REQUESTED_AT, POLICY_TRIAL.ID).lessThan(cursor.instant(0), cursor.uuid(1))).orElse(noCondition()))
                .orderBy(POLICY_TRIAL.REQUESTED_AT.desc(), POLICY_TRIAL.ID.desc()).limit(page.limit() + 1).fetch(POLICY_TRIAL.ID);
        return Page.of(ids.stream().map(trials::view).toList(), page.limit(), last -> Cursor.after(BY_TIME, last.requestedAt(), last.id())).map(this::row);
    }

    private Row row(PolicyTrial trial) {
        return new Row(trial.id(), place(trial.place()).code(), trial.firstDay(), trial.lastDay(), trial.status(), trial.wantedDays().size(),
                trial.days().size(), trial.note(), sum(trial, TrialDay::inForce), sum(trial, TrialDay::onTrial), trial.requestedBy(), trial.requestedAt());
    }

    /** @throws org.firstfix.platform.problem.Problem 404 */
    public View of(UUID id) {
        PolicyTrial trial = trials.view(id);
        ZoneId zone = organization.findUnitAt(trial.branch()).map(OrgUnitSummary::zone).orElseThrow();
        return new View(trial.id(), place(trial.place()), place(trial.branch()), trial.firstDay(), trial.lastDay(), trial.status(), trial.note(),
                trial.comparedWith(), policies.inForce(trial.place()).version() == trial.comparedWith(),
                PolicyFigures.changes(trial.compared(), trial.policy()), trial.policy(), trial.wantedDays().size(),
                trial.days().stream().map(day -> day(day, zone)).toList(), sum(trial, TrialDay::inForce), sum(trial, TrialDay::onTrial), trial.failure(),
                Long.toString(trial.seed()), trial.requestedBy(), trial.requestedAt(), trial.computedAt());
    }

    private Day day(TrialDay day, ZoneId zone) {
        return new Day(day.day(), day.visits(), day.cameUp(), day.iterations(), day.inForce(), day.onTrial(), day.examples().stream()
                .map(example -> new Example(example.workOrderNumber(), example.subject(), example.priority(), side(example.inForce(), zone),
                        side(example.onTrial(), zone))).toList());
    }

    private Side side(TrialDay.Side side, ZoneId zone) {
        return new Side(side.engineerCode(), side.engineerName(), side.startsAt(), words.lines(side.reasons(), zone));
    }

    private static TrialDay.Outcome sum(PolicyTrial trial, Function<TrialDay, TrialDay.Outcome> which) {
        return trial.days().stream().map(which).reduce(TrialDay.Outcome.NOTHING, TrialDay.Outcome::plus);
    }

    private PlanningPolicyScreen.Place place(OrgPath path) {
        return organization.findUnitAt(path).map(PlanningPolicyScreen.Place::of).orElseThrow();
    }
}
