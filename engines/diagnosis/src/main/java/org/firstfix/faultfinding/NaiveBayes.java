package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well each answer explains what is shown. Traits are counted for each answer, weighed by rarity and length as Rennie et al. (2003) advise; an
 * answer seen seldom leans on the traits of all tickets (Dirichlet smoothing, Zhai and Lafferty 2004). The traits of one report are far from
 * independent, so the logarithm of the likelihood is divided by the root of their sum.
 */
final class NaiveBayes implements Expert {
    private static final double STRENGTH = 60;

    /** The answers that a trait was seen with, and how often. */
    private static final class Seen {
        private int[] answers = new int[2];
        private double[] counts = new double[2];
        private int size;
        private double all;

        void add(int answer, double count) {
            int at = 0;
            while (at < size && answers[at] != answer) {
                at++;
            }
            if (at == size) {
                if (size == answers.length) {
                    answers = Arrays.copyOf(answers, 2 * size);
                    counts = Arrays.copyOf(counts, 2 * size);
                }
                answers[size++] = answer;
            }
            counts[at] += count;
            all += count;
        }
    }

    private final TraitIndex index;
    private final Fading fading;
    private final CountedPrior prior;
    private final boolean words;
    private final List<Seen> seen = new ArrayList<>();
    private double[] traitsOfAnswer = new double[16];
    private double traits;

    /** @param words whether it reads the words of a report; otherwise it reads figures and facts */
    NaiveBayes(TraitIndex index, Fading fading, CountedPrior prior, boolean words) {
        this.index = index;
        this.fading = fading;
        this.prior = prior;
        this.words = words;
    }

    private boolean isRead(int id) {
        return switch (index.kind(id)) {
            case WORD, PAIR, GRAM, HAN, NUMBER, TERM, MEANING -> words;
            case FIGURE, FACT -> !words;
            // Groups speak through the prior.
            case GROUP -> false;
        };
    }

    @Override
    public double[] logProbabilities(Asked asked, int answers) {
        double fade = fading.since(asked.time());
        double[] explained = new double[answers];
        TraitVector shown = asked.scaled();
        double length = 0;
        for (int i = 0; i < shown.size(); i++) {
            int id = shown.ids()[i];
            if (id >= seen.size() || seen.get(id).size == 0) {
                continue;
            }
            Seen here = seen.get(id);
            double expected = STRENGTH * here.all / traits;
            for (int at = 0; at < here.size; at++) {
                if (here.answers[at] < answers) {
                    explained[here.answers[at]] += shown.values()[i] * Math.log1p(here.counts[at] * fade / expected);
                }
            }
            length += shown.values()[i];
        }
        double[] scores = prior.logProbabilities(asked, answers);
        double damping = 1 / Math.max(1, Math.sqrt(length));
        for (int answer = 0; answer < answers; answer++) {
            double own = answer < traitsOfAnswer.length ? traitsOfAnswer[answer] * fade : 0;
            scores[answer] += damping * (explained[answer] - length * Math.log1p(own / STRENGTH));
        }
        return Logarithms.normalise(scores);
    }

    @Override
    public void learn(Asked asked, int answer, double weight) {
        double grown = weight * fading.grown(asked.time());
        if (answer >= traitsOfAnswer.length) {
            traitsOfAnswer = Arrays.copyOf(traitsOfAnswer, Math.max(answer + 1, 2 * traitsOfAnswer.length));
        }
        TraitVector shown = asked.scaled();
        for (int i = 0; i < shown.size(); i++) {
            int id = shown.ids()[i];
            if (!isRead(id)) {
                continue;
            }
            while (seen.size() <= id) {
                seen.add(new Seen());
            }
            double count = shown.values()[i] * grown;
            seen.get(id).add(answer, count);
            traitsOfAnswer[answer] += count;
            traits += count;
        }
    }
}
