package org.firstfix.dispatch.domain;

import org.firstfix.platform.scope.OrgPath;

/** What is known of the roads of a branch. */
public interface TravelSources {
    /** What counts there now; a part of a branch has that of the branch. */
    TravelTimes of(OrgPath branch);
}
