package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The past tickets whose words are nearest, by BM25 (Robertson and Zaragoza 2009), vote for their answers. Likeness is the share of the score that
 * the report would reach against itself; a vote weighs as its third power, and more the more groups the two machines share.
 */
final class Neighbours implements Expert {
    /** Stands for a ticket that never was: the name of an answer, read as if somebody had reported it. */
    static final int NAME = -1;

    static final int VOTERS = 40;
    private static final double SATURATION = 1.2;
    private static final double LENGTH_MATTERS = .4;
    private static final double SHARPNESS = 3;
    private static final double PRIOR_VOTE = .1;
    /** A trait of more tickets than this tells little and costs most. */
    private static final int COMMON = 20_000;

    /**
     * @param place in the order of learning
     * @param ticket the number it was learnt under, or {@link #NAME}
     * @param likeness above 0 up to 1
     */
    record Near(int place, int ticket, int answer, double likeness) {}

    private static final class Postings {
        private int[] places = new int[2];
        private float[] gains = new float[2];
        private int size;

        void add(int place, float gain) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                gains = Arrays.copyOf(gains, 2 * size);
            }
            places[size] = place;
            gains[size++] = gain;
        }
    }

    private final TraitIndex index;
    private final Fading fading;
    private final CountedPrior prior;
    private final List<Postings> postings = new ArrayList<>();
    private final List<List<String>> machines = new ArrayList<>();
    private int[] tickets = new int[64];
    private int[] answers = new int[64];
    private float[] weights = new float[64];
    private int size;
    private double lengthSum;

    Neighbours(TraitIndex index, Fading fading, CountedPrior prior) {
        this.index = index;
        this.fading = fading;
        this.prior = prior;
    }

    @Override
    public double[] logProbabilities(Asked asked, int answerCount) {
        return votes(asked, answerCount, nearest(asked, VOTERS));
    }

    double[] votes(Asked asked, int answerCount, List<Near> voters) {
        double[] logarithms = prior.logProbabilities(asked, answerCount);
        double fade = fading.since(asked.time());
        double[] votes = new double[answerCount];
        double sum = PRIOR_VOTE;
        for (Near near : voters) {
            double vote = Math.pow(near.likeness(), SHARPNESS) * weights[near.place()] * fade * (1 + shared(asked.machine(), machines.get(near.place())));
            votes[near.answer()] += vote;
            sum += vote;
        }
        for (int i = 0; i < answerCount; i++) {
            logarithms[i] = Math.log((votes[i] + PRIOR_VOTE * Math.exp(logarithms[i])) / sum);
        }
        return logarithms;
    }

    /** How near the nearest is: 0 when there is none. */
    static double likeness(List<Near> nearest) {
        return nearest.stream().filter(near -> near.ticket() != NAME).mapToDouble(Near::likeness).findFirst().orElse(0);
    }

    private static int shared(List<String> one, List<String> other) {
        int shared = 0;
        for (int level = 0; level < Math.min(one.size(), other.size()); level++) {
            shared += !one.get(level).isBlank() && one.get(level).equals(other.get(level)) ? 1 : 0;
        }
        return shared;
    }

    /** The nearest tickets, the nearest first; of equals the latest first. */
    List<Near> nearest(Asked asked, int count) {
        if (size == 0) {
            return List.of();
        }
        float[] scores = new float[size];
        double own = 0;
        TraitVector counts = asked.counts();
        double length = length(counts);
        for (int i = 0; i < counts.size(); i++) {
            int id = counts.ids()[i];
            if (!index.kind(id).isWords()) {
                continue;
            }
            double importance = index.rarity(id) * index.kind(id).likeness;
            own += importance * gain(counts.values()[i], length);
            if (id < postings.size() && postings.get(id).size <= COMMON) {
                Postings here = postings.get(id);
                for (int at = 0; at < here.size; at++) {
                    scores[here.places[at]] += (float) importance * here.gains[at];
                }
            }
        }
        return best(scores, own, count);
    }

    private double length(TraitVector counts) {
        double length = 0;
        for (int i = 0; i < counts.size(); i++) {
            length += index.kind(counts.ids()[i]).isWords() ? counts.values()[i] : 0;
        }
        return length;
    }

    private double gain(double times, double length) {
        double relative = lengthSum == 0 ? 1 : length * size / lengthSum;
        return times * (SATURATION + 1) / (times + SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * relative));
    }

    private List<Near> best(float[] scores, double own, int count) {
        PriorityQueue<Near> worstFirst = new PriorityQueue<>(Comparator.comparingDouble(Near::likeness).thenComparingInt(Near::place));
        for (int place = 0; place < size; place++) {
            double likeness = Math.min(1, scores[place] / own);
            if (scores[place] > 0 && (worstFirst.size() < count || likeness >= worstFirst.element().likeness())) {
                worstFirst.add(new Near(place, tickets[place], answers[place], likeness));
                if (worstFirst.size() > count) {
                    worstFirst.remove();
                }
            }
        }
        List<Near> best = new ArrayList<>();
        while (!worstFirst.isEmpty()) {
            best.add(worstFirst.remove());
        }
        return best.reversed();
    }

    @Override
    public void learn(Asked asked, int answer, double weight) {
        learn(asked, answer, weight, NAME);
    }

    void learn(Asked asked, int answer, double weight, int ticket) {
        if (size == answers.length) {
            tickets = Arrays.copyOf(tickets, 2 * size);
            answers = Arrays.copyOf(answers, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        TraitVector counts = asked.counts();
        double length = length(counts);
        lengthSum += length;
        tickets[size] = ticket;
        answers[size] = answer;
        weights[size] = (float) (weight * fading.grown(asked.time()));
        machines.add(asked.machine());
        int place = size++;
        for (int i = 0; i < counts.size(); i++) {
            if (index.kind(counts.ids()[i]).isWords()) {
                while (postings.size() <= counts.ids()[i]) {
                    postings.add(new Postings());
                }
                postings.get(counts.ids()[i]).add(place, (float) gain(counts.values()[i], length));
            }
        }
    }
}
