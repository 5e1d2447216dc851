package org.firstfix.knowledge.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.scope.OrgPath;

/**
 * How a case went, as far as it says something about the knowledge that was used on it.
 *
 * @param visitsInVain visits after which another was needed
 * @param firstSolvedAt what was used before may have helped; none while nobody has solved it
 * @param withArticle whether an article was used before
 */
public record CaseEnding(CaseId caseId, String caseNumber, Optional<String> symptomCode, Optional<String> family, Optional<String> modelCode,
        List<String> causes, int visits, int visitsInVain, Optional<Solved> solved, Optional<Instant> solvedAt,
        Optional<Instant> firstSolvedAt, int reopened, boolean withArticle, OrgPath orgPath) {
    /** Nobody could have worked: the customer was not ready, refused or was not there. No article makes that better. */
    private static final Set<String> THE_CUSTOMERS_MATTER = Set.of("CUSTOMER_NOT_READY", "CUSTOMER_REFUSED", "NOT_ON_SITE");

    public enum Solved {
        REMOTELY,
        AT_THE_SITE
    }

    /** What is counted. */
    public enum Result {
        RESOLVED_REMOTELY,
        FIRST_VISIT,
        MORE_VISITS,
        REOPENED;

        /** No second journey and no second call. */
        public boolean isGood() {
            return this == RESOLVED_REMOTELY || this == FIRST_VISIT;
        }
    }

    public Optional<Result> result() {
        return firstSolvedAt.isEmpty() ? Optional.empty() : result(solved, visitsInVain > 0, reopened > 0);
    }

    /** Of a case that was solved once. Being reopened outweighs everything: it was not solved after all. */
    public static Optional<Result> result(Optional<Solved> solved, boolean visitedInVain, boolean reopened) {
        if (reopened) {
            return Optional.of(Result.REOPENED);
        }
        return solved.map(how -> visitedInVain ? Result.MORE_VISITS : how == Solved.REMOTELY ? Result.RESOLVED_REMOTELY : Result.FIRST_VISIT);
    }

    public CaseEnding visitEndedOpen(String outcome) {
        int inVain = THE_CUSTOMERS_MATTER.contains(outcome) ? 0 : 1;
        return with(visits + 1, visitsInVain + inVain, solved, solvedAt, firstSolvedAt, reopened, withArticle);
    }

    /** @param articleUsed whether an article was used before that moment */
    public CaseEnding solvedBy(Solved how, Instant at, boolean articleUsed) {
        int visitsNow = how == Solved.AT_THE_SITE ? visits + 1 : visits;
        return with(visitsNow, visitsInVain, Optional.of(how), Optional.of(at), firstSolvedAt.or(() -> Optional.of(at)), reopened,
                firstSolvedAt.isPresent() ? withArticle : articleUsed);
    }

    public CaseEnding reopenedAgain() {
        return with(visits, visitsInVain, Optional.empty(), Optional.empty(), firstSolvedAt, reopened + 1, withArticle);
    }

    public CaseEnding causedBy(List<String> found) {
        return new CaseEnding(caseId, caseNumber, symptomCode, family, modelCode, List.copyOf(found), visits, visitsInVain, solved, solvedAt,
                firstSolvedAt, reopened, withArticle, orgPath);
    }

    private CaseEnding with(int visitsNow, int inVainNow, Optional<Solved> how, Optional<Instant> at, Optional<Instant> first, int reopenedNow,
            boolean article) {
        return new CaseEnding(caseId, caseNumber, symptomCode, family, modelCode, causes, visitsNow, inVainNow, how, at, first, reopenedNow,
                article, orgPath);
    }
}
