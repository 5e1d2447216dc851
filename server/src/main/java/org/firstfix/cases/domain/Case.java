package org.firstfix.cases.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/**
 * A fault report on its way to a satisfied customer. Each step is a method; one that the status does not allow is
 * refused and changes nothing.
 */
public final class Case {
    private static final Set<CaseStatus> UNDER_WAY = Set.of(CaseStatus.RECEIVED, CaseStatus.WAITING_FOR_CUSTOMER,
            CaseStatus.RELEASED, CaseStatus.WITH_VENDOR);
    private static final Set<CaseStatus> REPAIRED = Set.of(CaseStatus.WORK_DONE, CaseStatus.RESOLVED_REMOTELY);

    /** What was reported, by whom, and when: never changes. {@code reportedAt} may lie well before {@code enteredAt}. */
    public record Report(CaseId id, String number, Channel channel, AccountId accountId, SiteId siteId,
            Optional<ContactId> contactId, Instant reportedAt, Instant enteredAt, Optional<UserId> enteredBy,
            Optional<PersonId> dedicatedEngineer, OrgPath orgPath) {}

    /** The facts that may be corrected while the case is under way. */
    public record Facts(String subject, String description, Optional<String> symptomCode, Optional<AssetId> assetId,
            Optional<String> modelCode, Optional<String> family, Impact impact, Urgency urgency, Priority priority) {}

    /** What the contract grants; both empty when nothing is covered: then there is no clock, and a quote comes first. */
    public record Coverage(Optional<String> code, Optional<ContractLineId> lineId) {
        public static final Coverage NONE = new Coverage(Optional.empty(), Optional.empty());
    }

    /** Where the case stands, as it is stored. */
    public record Standing(CaseStatus status, Optional<UserId> owner, Optional<Instant> dueAt, boolean atRisk,
            Optional<Instant> respondedAt, Optional<Waiting> waiting, Optional<String> remoteCause, String resolution,
            int reopened, boolean criticalWatch, boolean secondVisit, String secondVisitReason, Optional<Instant> closedAt) {}

    /** @param from where it goes on when the customer is ready */
    public record Waiting(CaseStatus from, Instant since, String reason) {}

    private final Report report;
    private final int version;
    private Facts facts;
    private Coverage coverage;
    private CaseStatus status;
    private @Nullable UserId owner;
    private @Nullable Instant dueAt;
    private boolean atRisk;
    private @Nullable Instant respondedAt;
    private @Nullable Waiting waiting;
    private @Nullable String remoteCause;
    private String resolution;
    private int reopened;
    private boolean criticalWatch;
    private boolean secondVisit;
    private String secondVisitReason;
    private @Nullable Instant closedAt;

    private Case(Report report, Facts facts, Coverage coverage, Standing standing, int version) {
        this.report = report;
        this.facts = facts;
        this.coverage = coverage;
        this.version = version;
        this.status = standing.status();
        this.owner = standing.owner().orElse(null);
        this.dueAt = standing.dueAt().orElse(null);
        this.atRisk = standing.atRisk();
        this.respondedAt = standing.respondedAt().orElse(null);
        this.waiting = standing.waiting().orElse(null);
        this.remoteCause = standing.remoteCause().orElse(null);
        this.resolution = standing.resolution();
        this.reopened = standing.reopened();
        this.criticalWatch = standing.criticalWatch();
        this.secondVisit = standing.secondVisit();
        this.secondVisitReason = standing.secondVisitReason();
        this.closedAt = standing.closedAt().orElse(null);
    }

    public static Case received(Report report, Facts facts, Coverage coverage) {
        return new Case(report, facts, coverage, standing(CaseStatus.RECEIVED, report.enteredBy(), Optional.empty(), ""), 0);
    }

    /** A case that was over before it came to us. */
    public static Case past(Report report, Facts facts, Instant closedAt, String resolution) {
        return new Case(report, facts, Coverage.NONE,
                standing(CaseStatus.CLOSED, Optional.empty(), Optional.of(closedAt), resolution), 0);
    }

    public static Case restored(Report report, Facts facts, Coverage coverage, Standing standing, int version) {
        return new Case(report, facts, coverage, standing, version);
    }

    private static Standing standing(CaseStatus status, Optional<UserId> owner, Optional<Instant> closedAt, String resolution) {
        return new Standing(status, owner, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(),
                resolution, 0, false, false, "", closedAt);
    }

    public Report report() {
        return report;
    }

    public CaseId id() {
        return report.id();
    }

    public String number() {
        return report.number();
    }

    public OrgPath orgPath() {
        return report.orgPath();
    }

    public Facts facts() {
        return facts;
    }

    public Coverage coverage() {
        return coverage;
    }

    public CaseStatus status() {
        return status;
    }

    public int version() {
        return version;
    }

    public Standing standing() {
        return new Standing(status, Optional.ofNullable(owner), Optional.ofNullable(dueAt), atRisk,
                Optional.ofNullable(respondedAt), Optional.ofNullable(waiting), Optional.ofNullable(remoteCause), resolution,
                reopened, criticalWatch, secondVisit, secondVisitReason, Optional.ofNullable(closedAt));
    }

    /** Whether a clock of the contract runs for it; without one a quote comes first. */
    public boolean hasClock() {
        return coverage.code().isPresent();
    }

    public boolean isUnderWay() {
        return UNDER_WAY.contains(status);
    }

    /** Somebody competent has answered the customer. */
    public void respond(Instant at) {
        allowOnly(mayBeResponded(), "respond");
        respondedAt = at;
    }

    public boolean mayBeResponded() {
        return isUnderWay() && respondedAt == null;
    }

    /** The desk gives it to the field. */
    public void release() {
        allowOnly(mayBeReleased(), "release");
        status = CaseStatus.RELEASED;
    }

    public boolean mayBeReleased() {
        return status == CaseStatus.RECEIVED || status == CaseStatus.WITH_VENDOR;
    }

    public void waitForCustomer(String reason, Instant at) {
        allowOnly(mayWaitForCustomer(), "wait_for_customer");
        waiting = new Waiting(status, at, reason);
        status = CaseStatus.WAITING_FOR_CUSTOMER;
    }

    public boolean mayWaitForCustomer() {
        return isUnderWay() && status != CaseStatus.WAITING_FOR_CUSTOMER;
    }

    /** The customer is ready: on from where it waited. */
    public void customerReady() {
        allowOnly(status == CaseStatus.WAITING_FOR_CUSTOMER && waiting != null, "customer_ready");
        status = waiting.from();
        waiting = null;
    }

    public void handToVendor() {
        allowOnly(mayBeHandedToVendor(), "hand_to_vendor");
        status = CaseStatus.WITH_VENDOR;
    }

    public boolean mayBeHandedToVendor() {
        return status == CaseStatus.RECEIVED || status == CaseStatus.RELEASED;
    }

    /** The maker gives it back and the desk goes on. */
    public void takeBackFromVendor() {
        allowOnly(status == CaseStatus.WITH_VENDOR, "take_back_from_vendor");
        status = CaseStatus.RECEIVED;
    }

    /** An engineer repaired it. That somebody could work at the site proves that the customer was ready. */
    public void workDone(String whatWasDone, Instant at) {
        allowOnly(isUnderWay() || status == CaseStatus.WORK_DONE, "work_done");
        status = CaseStatus.WORK_DONE;
        waiting = null;
        resolution = whatWasDone;
        respondedAt = respondedAt == null ? at : respondedAt;
    }

    /** The first visit did not end it: a fact that is counted, not a note. */
    public void secondVisitNeeded(String reason) {
        allowOnly(isUnderWay(), "second_visit");
        secondVisit = true;
        secondVisitReason = reason;
    }

    public void resolveRemotely(String causeCode, String whatWasDone, Instant at) {
        allowOnly(mayBeResolvedRemotely(), "resolve_remotely");
        status = CaseStatus.RESOLVED_REMOTELY;
        waiting = null;
        remoteCause = causeCode;
        resolution = whatWasDone;
        respondedAt = respondedAt == null ? at : respondedAt;
    }

    /** Not from the field: there a work order decides, and an engineer may be on his way. */
    public boolean mayBeResolvedRemotely() {
        return switch (status) {
            case RECEIVED, WITH_VENDOR -> true;
            case WAITING_FOR_CUSTOMER -> waiting != null && waiting.from() != CaseStatus.RELEASED;
            case RELEASED, WORK_DONE, RESOLVED_REMOTELY, CLOSED, CANCELLED -> false;
        };
    }

    /** The customer is satisfied. */
    public void close(Instant at) {
        allowOnly(mayBeClosed(), "close");
        if (criticalWatch) {
            throw Problem.conflict("cases.close-while-watched", Map.of("number", number()));
        }
        status = CaseStatus.CLOSED;
        closedAt = at;
    }

    public boolean mayBeClosed() {
        return REPAIRED.contains(status);
    }

    /** It was not repaired after all; every time counts. */
    public void reopen() {
        allowOnly(mayBeReopened(), "reopen");
        status = CaseStatus.RECEIVED;
        reopened++;
        closedAt = null;
        remoteCause = null;
    }

    public boolean mayBeReopened() {
        return REPAIRED.contains(status) || status == CaseStatus.CLOSED;
    }

    /** Reported by mistake, or withdrawn. */
    public void cancel(Instant at) {
        allowOnly(isUnderWay(), "cancel");
        if (criticalWatch) {
            throw Problem.conflict("cases.close-while-watched", Map.of("number", number()));
        }
        status = CaseStatus.CANCELLED;
        waiting = null;
        closedAt = at;
    }

    public void correct(Facts corrected) {
        allowOnly(isUnderWay(), "correct");
        facts = corrected;
    }

    public void cover(Coverage granted) {
        coverage = granted;
    }

    /** One owner until it is closed. */
    public void takenBy(UserId user) {
        allowOnly(isUnderWay() || mayBeClosed(), "take");
        owner = user;
    }

    public void watch() {
        allowOnly(mayBeWatched(), "watch");
        criticalWatch = true;
    }

    public boolean mayBeWatched() {
        return !criticalWatch && (isUnderWay() || mayBeClosed());
    }

    public void endWatch() {
        criticalWatch = false;
    }

    /** What the clock says now. */
    public void due(Optional<Instant> next, boolean risky) {
        dueAt = next.orElse(null);
        atRisk = risky;
    }

    private void allowOnly(boolean allowed, String step) {
        if (!allowed) {
            throw Problem.conflict("cases.step-not-allowed", Map.of("number", number(), "status", status.name(), "step", step));
        }
    }

    /** For storage. */
    public UUID key() {
        return report.id().value();
    }
}
