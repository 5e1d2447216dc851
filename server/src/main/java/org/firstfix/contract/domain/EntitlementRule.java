package org.firstfix.contract.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.QuotaUse;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.Targets;

/** Which line of which contract a claim stands on. Each rule is a method. */
public final class EntitlementRule {
    private EntitlementRule() {}

    /**
     * A line that speaks about the machine, its site, its family or its account, valid or not.
     *
     * @param ofLine special targets agreed in the line itself
     * @param quotaUse of the contract year before the claim; none if nothing limits it
     * @param ofContract pause rights agreed in the contract itself
     */
    public record Candidate(ContractLineId lineId, String contractNumber, LineScope covers, CoverageCode coverage, ContractStatus status,
            LocalDate startsOn, LocalDate endsOn, Optional<LocalDate> withdrawnAfter, String specialTerms,
            List<SpecialTarget> ofLine, Optional<QuotaUse> quotaUse, Optional<PauseRights> ofContract) {
        public Targets targets() {
            return new Targets(coverage.targets(), coverage.specialTargets(), ofLine);
        }

        public PauseRights pauseRights() {
            return PauseRightsRule.mostSpecific(ofContract, coverage.pauseRights()).rights();
        }
    }

    /** Why a line does or does not carry a claim. */
    public enum Verdict {
        WINS,
        LESS_SPECIFIC,
        LESS_STRICT,
        USED_UP,
        DRAFT,
        SUSPENDED,
        NOT_STARTED,
        ENDED,
        WITHDRAWN;

        public boolean valid() {
            return this == WINS || this == LESS_SPECIFIC || this == LESS_STRICT;
        }
    }

    public static Optional<Candidate> winner(List<Candidate> candidates, LocalDate day) {
        return candidates.stream().filter(line -> isValidOn(line, day)).min(moreSpecificThenStricter());
    }

    public static boolean isValidOn(Candidate line, LocalDate day) {
        return isInForce(line) && !isNotStarted(line, day) && !isEnded(line, day) && !isWithdrawn(line, day) && !isUsedUp(line);
    }

    /** What the line includes in this contract year was used before; the next one begins with its full quota. */
    static boolean isUsedUp(Candidate line) {
        return line.quotaUse().filter(QuotaUse::isUsedUp).isPresent();
    }

    /** A draft promises nothing yet, a suspended contract nothing for now. An ended one still covers its own days. */
    static boolean isInForce(Candidate line) {
        return switch (line.status()) {
            case ACTIVE, ENDED -> true;
            case DRAFT, SUSPENDED -> false;
        };
    }

    static boolean isNotStarted(Candidate line, LocalDate day) {
        return day.isBefore(line.startsOn());
    }

    /** The last day counts. */
    static boolean isEnded(Candidate line, LocalDate day) {
        return day.isAfter(line.endsOn());
    }

    static boolean isWithdrawn(Candidate line, LocalDate day) {
        return line.withdrawnAfter().filter(day::isAfter).isPresent();
    }

    /** Asset before site before family before account; among equals the strictest on-site target, then restore. */
    static Comparator<Candidate> moreSpecificThenStricter() {
        return Comparator.comparing(Candidate::covers).thenComparing(stricter()).thenComparing(Candidate::contractNumber)
                .thenComparing(line -> line.lineId().value());
    }

    private static Comparator<Candidate> stricter() {
        return Comparator.<Candidate, Duration>comparing(line -> line.coverage().strictness(Milestone.ON_SITE))
                .thenComparing(line -> line.coverage().strictness(Milestone.RESTORE))
                .thenComparing(line -> line.coverage().strictness(Milestone.RESPONSE));
    }

    /** What to tell when no line is valid: the reason that can be mended soonest, with its contract. */
    public static Optional<Candidate> nearestMiss(List<Candidate> candidates, LocalDate day) {
        return candidates.stream().filter(line -> line.status() != ContractStatus.DRAFT && !isValidOn(line, day))
                .min(Comparator.<Candidate, Verdict>comparing(line -> verdict(line, day, Optional.empty()))
                        .thenComparing(Candidate::endsOn, Comparator.reverseOrder())
                        .thenComparing(moreSpecificThenStricter()));
    }

    public static Verdict verdict(Candidate line, LocalDate day, Optional<Candidate> winner) {
        if (line.status() == ContractStatus.DRAFT) {
            return Verdict.DRAFT;
        }
        if (isEnded(line, day)) {
            return Verdict.ENDED;
        }
        if (isWithdrawn(line, day)) {
            return Verdict.WITHDRAWN;
        }
        if (isNotStarted(line, day)) {
            return Verdict.NOT_STARTED;
        }
        if (line.status() == ContractStatus.SUSPENDED) {
            return Verdict.SUSPENDED;
        }
        if (isUsedUp(line)) {
            return Verdict.USED_UP;
        }
        if (winner.isEmpty() || winner.get().equals(line)) {
            return Verdict.WINS;
        }
        return line.covers() == winner.get().covers() ? Verdict.LESS_STRICT : Verdict.LESS_SPECIFIC;
    }

    /** The key of a winning line's reason: {@code contract-line-asset}. */
    public static String reasonOf(Candidate winner) {
        return switch (winner.covers()) {
            case ASSET -> "contract-line-asset";
            case SITE -> "contract-line-site";
            case FAMILY -> "contract-line-family";
            case ACCOUNT -> "contract-line-account";
        };
    }

    /** The key of what to tell when nothing is covered. */
    public static String reasonOfMiss(Optional<Candidate> nearestMiss, LocalDate day) {
        return nearestMiss.map(line -> switch (verdict(line, day, Optional.empty())) {
            case USED_UP -> "quota-used-up";
            case SUSPENDED -> "contract-suspended";
            case NOT_STARTED -> "contract-not-started";
            case ENDED, WITHDRAWN -> "contract-ended";
            case WINS, LESS_SPECIFIC, LESS_STRICT, DRAFT -> "nothing";
        }).orElse("nothing");
    }
}
