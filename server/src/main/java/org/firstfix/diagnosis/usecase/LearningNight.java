package org.firstfix.diagnosis.usecase;

import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The same as {@link LearnAnew}, without anybody asking. */
@Component
public class LearningNight {
    private final Work work;
    private final Learner learner;
    private final LearnAnew learnAnew;

    LearningNight(Work work, Learner learner, LearnAnew learnAnew) {
        this.work = work;
        this.learner = learner;
        this.learnAnew = learnAnew;
    }

    public void pass() {
        learner.catchUp();
        work.asTheHouse("learning at night", learnAnew::learn);
        learner.wake();
    }
}
