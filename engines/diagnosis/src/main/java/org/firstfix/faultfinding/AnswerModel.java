package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns the answers of one kind: causes, or sets of parts. */
final class AnswerModel {
    private static final int PAST_CASES_SHOWN = 3;
    private static final int WORDS_SHOWN = 4;
    private static final double WEAKEST_WORD_SHOWN = .02;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();
    private final @Nullable PartSetIndex sets;
    private final TraitReader reader;
    private final TraitIndex index;
    private int[] found = new int[16];
    private int tickets;
    private Panel panel;
    private HeldOut heldOut;
    private final Map<Speaker, Expert> waiting = new EnumMap<>(Speaker.class);

    /** One ticket of this kind of answer. */
    record Known(int ticket, Asked asked, String answer, double weight) {}

    private AnswerModel(TraitReader reader, TraitIndex index, boolean parts) {
        this.reader = reader;
        this.index = index;
        this.sets = parts ? new PartSetIndex() : null;
        Panel.Frame nothing = new Panel.Frame(index, Fading.NONE, 0, List.of(), sets, false);
        this.panel = Panel.counting(Examples.NONE, new int[0], nothing);
        this.heldOut = HeldOut.learn(Examples.NONE, nothing, 0);
    }

    static AnswerModel learn(List<Known> known, TraitReader reader, TraitIndex index, Fading fading, boolean parts, long seed) {
        AnswerModel model = new AnswerModel(reader, index, parts);
        Examples examples = model.examples(known);
        Panel.Frame frame = model.frame(known, fading);
        model.heldOut = HeldOut.learn(examples, frame, seed);
        model.panel = Panel.train(examples, ticketNumbers(known), frame, model.heldOut.softness(), seed);
        return model;
    }

    private static int[] ticketNumbers(List<Known> known) {
        return known.stream().mapToInt(Known::ticket).toArray();
    }

    private Examples examples(List<Known> known) {
        int[] numbered = known.stream().mapToInt(ticket -> numbered(ticket.answer())).toArray();
        return new Examples(known.stream().map(Known::asked).toList(), numbered, known.stream().mapToDouble(Known::weight).toArray());
    }

    private Panel.Frame frame(List<Known> known, Fading fading) {
        double latest = known.stream().mapToDouble(ticket -> ticket.asked().time()).max().orElse(fading.firstDay());
        List<Panel.Name> names = new ArrayList<>();
        for (int answer = 0; answer < answers.size(); answer++) {
            nameOf(answer, latest).ifPresent(names::add);
        }
        boolean history = known.stream().anyMatch(ticket -> hasHistory(ticket.asked()));
        return new Panel.Frame(index, fading, answers.size(), names, sets, history);
    }

    private boolean hasHistory(Asked asked) {
        return Arrays.stream(asked.counts().ids()).anyMatch(id -> index.kind(id) == TraitKind.FIGURE || index.kind(id) == TraitKind.FACT);
    }

    private Optional<Panel.Name> nameOf(int answer, double time) {
        List<String> traits = reader.words(answers.get(answer).replace(';', ' '));
        if (traits.isEmpty()) {
            return Optional.empty();
        }
        TraitVector counts = index.known(traits);
        return Optional.of(new Panel.Name(new Asked(counts, index.scaled(counts), List.of(), time), answer));
    }

    private int numbered(String answer) {
        int number = numbers.computeIfAbsent(answer, none -> {
            if (sets != null) {
                sets.add(answer);
            }
            answers.add(answer);
            return answers.size() - 1;
        });
        found = number >= found.length ? Arrays.copyOf(found, 2 * found.length) : found;
        found[number]++;
        tickets++;
        return number;
    }

    void learn(Known known) {
        boolean isNew = !numbers.containsKey(known.answer());
        int answer = numbered(known.answer());
        if (isNew) {
            nameOf(answer, known.asked().time()).ifPresent(panel::learnName);
        }
        panel.learn(known.asked(), answer, known.weight(), known.ticket());
    }

    boolean isEmpty() {
        return tickets == 0;
    }

    List<Neighbours.Near> nearest(Asked asked) {
        return panel.neighbours().nearest(asked, Neighbours.VOTERS);
    }

    Weighing weigh(Asked asked, List<Neighbours.Near> nearest, int kept) {
        if (isEmpty()) {
            return Weighing.NOTHING;
        }
        double unknown = heldOut.pool().isPriorOnly() ? unknownUsually() : heldOut.unseen().probability(Neighbours.likeness(nearest), once(), tickets);
        return Weighing.of(answers, panel.say(asked, answers.size(), nearest), heldOut.pool(), unknown, kept);
    }

    /** What counting alone would say: how often each answer was found, whatever the words. */
    Weighing weighPrior(Asked asked) {
        return isEmpty() ? Weighing.NOTHING : Weighing.of(answers, new double[][] {panel.prior().logProbabilities(asked, answers.size())},
                new Pool(new double[] {1}), unknownUsually(), answers.size());
    }

    private double unknownUsually() {
        return new Unseen().probability(0, once(), tickets);
    }

    private double once() {
        return Arrays.stream(found).filter(times -> times == 1).count();
    }

    List<Evidence> evidence(Asked asked, String name, List<Neighbours.Near> nearest, List<Ticket> all) {
        Integer answer = numbers.get(name);
        if (answer == null) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        nearest.stream().filter(near -> near.answer() == answer && near.ticket() != Neighbours.NAME).limit(PAST_CASES_SHOWN)
                .forEach(near -> evidence.add(new Evidence.PastCase(all.get(near.ticket()).id(), near.likeness())));
        evidence.addAll(words(asked, answer));
        for (int level = 0; level < asked.machine().size(); level++) {
            double[] counted = panel.prior().found(level, asked.machine().get(level), answer, asked.time());
            if (counted != null) {
                evidence.add(new Evidence.Counted(asked.machine().get(level), counted[0], counted[1]));
            }
        }
        return evidence;
    }

    private List<Evidence.Word> words(Asked asked, int answer) {
        if (!(panel.experts.get(Speaker.LOGISTIC) instanceof Logistic logistic) || heldOut.pool().isPriorOnly()) {
            return List.of();
        }
        TraitVector shown = asked.scaled();
        return IntStream.range(0, shown.size()).filter(i -> index.kind(shown.ids()[i]) != TraitKind.GRAM)
                .mapToObj(i -> new Evidence.Word(index.key(shown.ids()[i]).substring(1), index.kind(shown.ids()[i]).name().toLowerCase(Locale.ROOT),
                        shown.values()[i] * logistic.weight(shown.ids()[i], answer)))
                .filter(word -> word.strength() > WEAKEST_WORD_SHOWN)
                .sorted(Comparator.comparingDouble(Evidence.Word::strength).reversed()).limit(WORDS_SHOWN).toList();
    }

    void write(DataOutput out) throws IOException {
        heldOut.write(out);
        out.writeBoolean(panel.experts.get(Speaker.LOGISTIC) instanceof Logistic);
        if (panel.experts.get(Speaker.LOGISTIC) instanceof Logistic logistic) {
            logistic.write(out);
        }
        if (panel.experts.get(Speaker.PARTS) instanceof PartHeads heads) {
            heads.write(out);
        }
    }

    /**
     * Counts tickets again and takes from a record what was learnt from them. Tickets that were learnt one by one are to be counted with
     * {@link #learn} before {@link #settle}: they are part of the learnt weights already.
     */
    static AnswerModel read(DataInput in, List<Known> known, TraitReader reader, TraitIndex index, Fading fading, boolean parts) throws IOException {
        AnswerModel model = new AnswerModel(reader, index, parts);
        Examples examples = model.examples(known);
        model.panel = Panel.counting(examples, ticketNumbers(known), model.frame(known, fading));
        model.heldOut = HeldOut.read(in);
        if (in.readBoolean()) {
            model.waiting.put(Speaker.LOGISTIC, Logistic.read(in, index, model.panel.prior()));
            if (model.sets != null) {
                model.waiting.put(Speaker.PARTS, PartHeads.read(in, index, model.sets));
            }
        }
        return model;
    }

    void settle() {
        panel.experts.putAll(waiting);
        waiting.clear();
    }
}
