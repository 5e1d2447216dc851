package org.firstfix.faultfinding;

/** One way of guessing the answer to a question. Answers are numbered from zero. */
interface Expert {

    /**
     * @param answers how many answers there are now
     * @return natural logarithms of probabilities, one an answer, adding up to one; an answer the expert has never met is improbable, not impossible
     */
    double[] logProbabilities(Asked asked, int answers);

    /** One more ticket has its answer. */
    void learn(Asked asked, int answer, double weight);
}
