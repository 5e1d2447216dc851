package org.firstfix.exam.domain;

import org.firstfix.dispatch.EngineerSkills;

/** Whom an exam that is opened for everybody with the skill is given to. */
public final class WhoNeedsIt {
    private WhoNeedsIt() {}

    /** Whoever has the skill, but not yet at that level, or not for much longer. A higher level that counts asks for no lower one. */
    public static boolean needs(EngineerSkills engineer, Exam exam) {
        return engineer.held(exam.skill()).map(held -> !held.counts() || held.level() < exam.level() || runsOutSoon(engineer, exam)).orElse(false);
    }

    /** The level it certifies runs out within the exam's lead, today included. What has run out already is somebody's decision. */
    public static boolean runsOutSoon(EngineerSkills engineer, Exam exam) {
        return exam.renewDays() > 0 && engineer.held(exam.skill()).filter(held -> held.counts() && held.level() == exam.level())
                .flatMap(EngineerSkills.Held::validUntil).filter(end -> !end.isAfter(engineer.today().plusDays(exam.renewDays()))).isPresent();
    }
}
