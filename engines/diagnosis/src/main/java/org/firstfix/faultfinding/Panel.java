package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The experts that learnt from one set of tickets. */
final class Panel {
    /** Below this many tickets learnt weights are worse than counting. */
    static final int FEWEST_FOR_WEIGHTS = 40;
    /** How much of the prior every expert's word is mixed with, so that none can rule an answer out. */
    private static final double DOUBT = 1e-4;

    final Map<Speaker, Expert> experts = new EnumMap<>(Speaker.class);

    /**
     * What a panel is made of besides its tickets.
     *
     * @param answers how many answers there are
     * @param names the answers' own names as questions; an answer without one has none
     * @param sets the answers as part sets, if that is what they are
     */
    record Frame(TraitIndex index, Fading fading, int answers, List<Name> names, @Nullable PartSetIndex sets, boolean history) {}

    /** The name of an answer, read as if somebody had reported it. */
    record Name(Asked asked, int answer) {}

    private Panel() {}

    static Panel counting(Examples examples, int[] tickets, Frame frame) {
        Panel panel = new Panel();
        CountedPrior prior = new CountedPrior(frame.fading());
        panel.experts.put(Speaker.PRIOR, prior);
        panel.experts.put(Speaker.WORDS, new NaiveBayes(frame.index(), frame.fading(), prior, true));
        if (frame.history()) {
            panel.experts.put(Speaker.HISTORY, new NaiveBayes(frame.index(), frame.fading(), prior, false));
        }
        panel.experts.put(Speaker.NEIGHBOURS, new Neighbours(frame.index(), frame.fading(), prior));
        for (int row = 0; row < examples.size(); row++) {
            panel.count(examples.asked().get(row), examples.answers()[row], examples.weights()[row], tickets[row]);
        }
        frame.names().forEach(panel::countName);
        return panel;
    }

    static Panel train(Examples examples, int[] tickets, Frame frame, double softness, long seed) {
        Panel panel = counting(examples, tickets, frame);
        panel.learnWeights(examples, frame, softness, seed);
        return panel;
    }

    void learnWeights(Examples examples, Frame frame, double softness, long seed) {
        if (examples.size() < FEWEST_FOR_WEIGHTS) {
            return;
        }
        Examples all = withNames(examples, frame);
        experts.put(Speaker.LOGISTIC, Logistic.train(all, frame.answers(), frame.index(), prior(), softness, new Random(seed)));
        if (frame.sets() != null) {
            experts.put(Speaker.PARTS, PartHeads.train(all, frame.index(), frame.sets(), softness, new Random(seed + 1)));
        }
    }

    private Examples withNames(Examples examples, Frame frame) {
        List<Asked> asked = new ArrayList<>(examples.asked());
        double latest = asked.stream().mapToDouble(Asked::time).max().orElse(0);
        int size = examples.size() + frame.names().size();
        int[] answers = Arrays.copyOf(examples.answers(), size);
        double[] weights = Arrays.copyOf(examples.weights(), size);
        for (int row = 0; row < examples.size(); row++) {
            weights[row] *= frame.fading().grown(asked.get(row).time()) * frame.fading().since(latest);
        }
        for (Name name : frame.names()) {
            answers[asked.size()] = name.answer();
            weights[asked.size()] = 1;
            asked.add(name.asked());
        }
        return new Examples(asked, answers, weights);
    }

    CountedPrior prior() {
        return (CountedPrior) expert(Speaker.PRIOR);
    }

    Neighbours neighbours() {
        return (Neighbours) expert(Speaker.NEIGHBOURS);
    }

    private Expert expert(Speaker speaker) {
        Expert expert = experts.get(speaker);
        if (expert == null) {
            throw new IllegalStateException("the panel has no " + speaker);
        }
        return expert;
    }

    private void count(Asked asked, int answer, double weight, int ticket) {
        experts.forEach((speaker, expert) -> {
            switch (speaker) {
                case PRIOR, WORDS, HISTORY -> expert.learn(asked, answer, weight);
                case NEIGHBOURS -> neighbours().learn(asked, answer, weight, ticket);
                case LOGISTIC, PARTS -> { }
            }
        });
    }

    private void countName(Name name) {
        expert(Speaker.WORDS).learn(name.asked(), name.answer(), 1);
        neighbours().learn(name.asked(), name.answer(), 1);
    }

    /** One ticket more. */
    void learn(Asked asked, int answer, double weight, int ticket) {
        count(asked, answer, weight, ticket);
        learnWeights(asked, answer, weight);
    }

    /** One answer more, known by its name so far. */
    void learnName(Name name) {
        countName(name);
        learnWeights(name.asked(), name.answer(), 1);
    }

    private void learnWeights(Asked asked, int answer, double weight) {
        for (Speaker speaker : List.of(Speaker.LOGISTIC, Speaker.PARTS)) {
            Expert expert = experts.get(speaker);
            if (expert != null) {
                expert.learn(asked, answer, weight);
            }
        }
    }

    /** What each expert says, in the order of {@link Speaker}; {@code nearest} are the neighbours found before. */
    double[][] say(Asked asked, int answers, List<Neighbours.Near> nearest) {
        double[] usual = prior().logProbabilities(asked, answers);
        double[][] said = new double[experts.size()][];
        int at = 0;
        for (Map.Entry<Speaker, Expert> entry : experts.entrySet()) {
            said[at++] = entry.getKey() == Speaker.PRIOR ? usual
                    : doubted(entry.getKey() == Speaker.NEIGHBOURS ? neighbours().votes(asked, answers, nearest)
                            : entry.getValue().logProbabilities(asked, answers), usual);
        }
        return said;
    }

    private static double[] doubted(double[] said, double[] usual) {
        for (int answer = 0; answer < said.length; answer++) {
            said[answer] = Math.log((1 - DOUBT) * Math.exp(said[answer]) + DOUBT * Math.exp(usual[answer]));
        }
        return said;
    }
}
