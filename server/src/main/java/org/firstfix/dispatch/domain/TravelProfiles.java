package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/** Fitted profiles of the branches, and which one each uses. */
public interface TravelProfiles {
    /** The number of the house's own profile, from the planning policy. */
    int HOUSE = 0;

    /**
     * @param against number of the profile it was compared with
     * @param before error of that one, on the legs that neither had seen; none without such legs, as {@code after}, its own
     */
    record Duel(int against, AProfileHasToWin.Decision decision, Optional<TravelError> before, Optional<TravelError> after, Instant at) {}

    /** @param number from 1 in each branch. @param fittedUntil no leg after it was used */
    record Version(OrgPath branch, int number, TravelProfile profile, int legs, Instant fittedUntil, Instant fittedAt, Duel duel) {}

    /**
     * @param held a person has chosen: no night changes it
     * @param measuredAt when the measured ways were last made
     */
    record Choice(OrgPath branch, int number, boolean held, String reason, String decidedBy, Instant decidedAt, Optional<Instant> measuredAt,
            int version) {
        public static Choice none(OrgPath branch) {
            return new Choice(branch, HOUSE, false, "", "", Instant.EPOCH, Optional.empty(), 0);
        }
    }

    /** The choice of the branch itself, or of the nearest above it that has one. */
    Choice choiceAt(OrgPath place);

    /** Of the branch itself, locked until the transaction ends. */
    Choice hold(OrgPath branch);

    /** @param next with the version it is based on; it gets the one after */
    void choose(Choice next);

    Optional<Version> find(OrgPath branch, int number);

    /** The newest first, at most fifty. */
    List<Version> versions(OrgPath branch);

    void add(Version version);

    void judge(Version version);

    /** In place of those there were. */
    void replaceMeasured(OrgPath branch, MeasuredWays ways, Instant now);

    MeasuredWays measured(OrgPath branch);
}
