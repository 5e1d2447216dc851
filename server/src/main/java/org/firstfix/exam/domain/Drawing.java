package org.firstfix.exam.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.firstfix.platform.problem.Problem;

/**
 * Which questions a paper has: always the same ones, or so many of each difficulty from the bank of the exam's skill.
 *
 * @param fixed codes of questions; empty where they are drawn
 */
public record Drawing(List<String> fixed, int easy, int medium, int hard) {
    private static final int MOST = 100;

    public Drawing {
        fixed = List.copyOf(fixed);
    }

    /** A question as far as drawing needs it. */
    public record Candidate(String code, Difficulty difficulty) {}

    public boolean asksTheSame() {
        return !fixed.isEmpty();
    }

    public int wanted(Difficulty difficulty) {
        return switch (difficulty) {
            case EASY -> easy;
            case MEDIUM -> medium;
            case HARD -> hard;
        };
    }

    public int size() {
        return asksTheSame() ? fixed.size() : easy + medium + hard;
    }

    /** @throws Problem 400 */
    public void check() {
        if (asksTheSame() && easy + medium + hard > 0) {
            throw Problem.invalidField("drawing", "exam.fixed-or-drawn", Map.of());
        }
        if (size() < 1 || size() > MOST || easy < 0 || medium < 0 || hard < 0) {
            throw Problem.invalidField("drawing", "exam.drawing-size", Map.of("most", MOST));
        }
        if (fixed.stream().distinct().count() < fixed.size()) {
            throw Problem.invalidField("drawing", "exam.question-twice", Map.of());
        }
    }

    /** What the bank lacks; none if a paper can be drawn. @param bank questions in use of the exam's skill */
    public Optional<Lacking> lacking(List<Candidate> bank) {
        for (Difficulty difficulty : Difficulty.values()) {
            long there = bank.stream().filter(one -> one.difficulty() == difficulty).count();
            if (!asksTheSame() && there < wanted(difficulty)) {
                return Optional.of(new Lacking(difficulty, wanted(difficulty), (int) there));
            }
        }
        return Optional.empty();
    }

    public record Lacking(Difficulty difficulty, int wanted, int there) {}

    /**
     * The questions of a paper in the order it asks them. The same seed over the same bank gives the same paper.
     *
     * @param bank sorted by code, or the order would not be the seed's alone
     */
    public List<String> draw(List<Candidate> bank, long seed) {
        Random chance = new Random(seed);
        List<String> drawn = new ArrayList<>(fixed);
        if (!asksTheSame()) {
            for (Difficulty difficulty : Difficulty.values()) {
                List<String> of = new ArrayList<>(bank.stream().filter(one -> one.difficulty() == difficulty).map(Candidate::code).toList());
                Collections.shuffle(of, chance);
                drawn.addAll(of.subList(0, wanted(difficulty)));
            }
        }
        Collections.shuffle(drawn, chance);
        return List.copyOf(drawn);
    }

    /** The order in which a question of a paper shows its choices. */
    public static List<String> shuffled(List<String> choices, long seed, int position) {
        List<String> order = new ArrayList<>(choices);
        Collections.shuffle(order, new Random(seed * 31 + position));
        return List.copyOf(order);
    }
}
