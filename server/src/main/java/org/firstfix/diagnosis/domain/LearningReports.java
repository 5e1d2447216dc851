package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.List;

/** One report for each time all was learnt anew. */
public interface LearningReports {
    /** Place of the last finding that was reported; 0 before the first report. */
    long reportedUpTo();

    /** How the model in use did on the findings between these places. */
    WhatChanged.EngineRecord engine(long from, long to);

    /** Findings between these places to which the model in use gave less than one chance in twenty, the most surprising first. */
    List<WhatChanged.Surprise> surprises(long from, long to, int most);

    void add(long from, long to, WhatChanged report, Instant at);
}
