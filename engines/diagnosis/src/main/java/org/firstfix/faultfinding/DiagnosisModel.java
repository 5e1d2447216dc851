package org.firstfix.faultfinding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Learns from past tickets which causes and which sets of parts a report may stand for. Questions may be asked by many threads at once; learning a
 * ticket waits for them and they for it.
 */
public final class DiagnosisModel {
    private static final String KIND = "firstfix diagnosis model";
    private static final int VERSION = 1;
    private static final int CAUSES_EXPLAINED = 5;

    private final Settings settings;
    private final TraitReader reader;
    private final TraitIndex index = new TraitIndex();
    private final List<Ticket> tickets = new ArrayList<>();
    private final int learntAtOnce;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private AnswerModel causes;
    private AnswerModel parts;
    private double latest;

    private DiagnosisModel(List<Ticket> known, Settings settings) {
        this.settings = settings;
        reader = new TraitReader(settings.catalogue());
        tickets.addAll(known);
        learntAtOnce = known.size();
        latest = known.stream().mapToDouble(Ticket::time).max().orElse(0);
        causes = AnswerModel.learn(List.of(), reader, index, Fading.NONE, false, 1);
        parts = AnswerModel.learn(List.of(), reader, index, Fading.NONE, true, 1);
    }

    /**
     * Learns all anew: some seconds for thousands of tickets, about a minute for a hundred thousand.
     *
     * @param tickets in the order they were closed; may be empty
     */
    public static DiagnosisModel learn(List<Ticket> tickets, Settings settings) {
        DiagnosisModel model = new DiagnosisModel(tickets, settings);
        List<Asked> asked = model.askedAll();
        model.causes = AnswerModel.learn(model.withCauses(asked), model.reader, model.index, model.fading(), false, settings.seed());
        model.parts = AnswerModel.learn(model.withParts(asked), model.reader, model.index, model.fading(), true, settings.seed());
        return model;
    }

    private Fading fading() {
        return new Fading(tickets.isEmpty() ? 0 : tickets.getFirst().time(), settings.halfLife());
    }

    private List<Asked> askedAll() {
        List<TraitVector> counts = tickets.stream().map(ticket -> index.learn(reader.read(ticket.question()))).toList();
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            asked.add(new Asked(counts.get(i), index.scaled(counts.get(i)), tickets.get(i).question().machine(), tickets.get(i).time()));
        }
        return asked;
    }

    private List<AnswerModel.Known> withCauses(List<Asked> asked) {
        List<AnswerModel.Known> known = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int number = i;
            Ticket ticket = tickets.get(i);
            ticket.repair().cause().ifPresent(cause -> known.add(new AnswerModel.Known(number, asked.get(number), cause, ticket.weight())));
        }
        return known;
    }

    private List<AnswerModel.Known> withParts(List<Asked> asked) {
        List<AnswerModel.Known> known = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int number = i;
            Ticket ticket = tickets.get(i);
            ticket.repair().parts().ifPresent(set -> known.add(new AnswerModel.Known(number, asked.get(number), PartSetIndex.name(set), ticket.weight())));
        }
        return known;
    }

    /** Learns one repaired ticket at once; the weights of the experts stay as they are until all is learnt anew. */
    public void learn(Ticket ticket) {
        Lock mine = lock.writeLock();
        mine.lock();
        try {
            int number = tickets.size();
            tickets.add(ticket);
            latest = Math.max(latest, ticket.time());
            TraitVector counts = index.learn(reader.read(ticket.question()));
            Asked asked = new Asked(counts, index.scaled(counts), ticket.question().machine(), ticket.time());
            ticket.repair().cause().ifPresent(cause -> causes.learn(new AnswerModel.Known(number, asked, cause, ticket.weight())));
            ticket.repair().parts().ifPresent(set -> parts.learn(new AnswerModel.Known(number, asked, PartSetIndex.name(set), ticket.weight())));
        } finally {
            mine.unlock();
        }
    }

    /** As of the latest ticket. */
    public Prediction predict(Question question) {
        return freeze(question, latest).prediction();
    }

    /**
     * A prediction with all it is computed from.
     *
     * @param time when it is asked, on the same scale of days as the tickets
     */
    public FrozenPrediction freeze(Question question, double time) {
        Lock mine = lock.readLock();
        mine.lock();
        try {
            Asked asked = asked(question, time);
            List<Neighbours.Near> nearest = causes.nearest(asked);
            Weighing cause = causes.weigh(asked, nearest, settings.kept());
            Weighing part = parts.weigh(asked, parts.nearest(asked), settings.kept());
            List<List<Evidence>> evidence = cause.answers().stream().limit(CAUSES_EXPLAINED)
                    .map(name -> causes.evidence(asked, name, nearest, tickets)).toList();
            return new FrozenPrediction(question, tickets.size(), cause, part, evidence);
        } finally {
            mine.unlock();
        }
    }

    /** What counting alone says, by machine, model and family: the measure that a prediction has to beat. Without evidence. */
    public Prediction predictByCounting(Question question) {
        Lock mine = lock.readLock();
        mine.lock();
        try {
            Asked asked = asked(question, latest);
            return new FrozenPrediction(question, tickets.size(), causes.weighPrior(asked), parts.weighPrior(asked), List.of()).prediction();
        } finally {
            mine.unlock();
        }
    }

    private Asked asked(Question question, double time) {
        TraitVector counts = index.known(reader.read(question));
        return new Asked(counts, index.scaled(counts), question.machine(), time);
    }

    public int ticketCount() {
        Lock mine = lock.readLock();
        mine.lock();
        try {
            return tickets.size();
        } finally {
            mine.unlock();
        }
    }

    /** Writes all that is needed to answer and to go on learning exactly like this model. */
    public void write(OutputStream stream) throws IOException {
        Lock mine = lock.readLock();
        mine.lock();
        try {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
            Texts.write(KIND, out);
            out.writeInt(VERSION);
            out.writeInt(settings.catalogue().names().size());
            for (String name : settings.catalogue().names()) {
                Texts.write(name, out);
            }
            out.writeDouble(settings.halfLife());
            out.writeInt(settings.kept());
            out.writeLong(settings.seed());
            out.writeInt(tickets.size());
            out.writeInt(learntAtOnce);
            for (Ticket ticket : tickets) {
                TicketRecord.write(ticket, out);
            }
            causes.write(out);
            parts.write(out);
            out.flush();
        } finally {
            mine.unlock();
        }
    }

    /** @throws IOException if the stream cannot be read, is no model, or was written by a later version */
    public static DiagnosisModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        Texts.requireVersion(KIND, VERSION, in);
        List<String> names = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            names.add(Texts.read(in));
        }
        Settings settings = new Settings(Catalogue.of(names), in.readDouble(), in.readInt(), in.readLong());
        int size = in.readInt();
        int atOnce = in.readInt();
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tickets.add(TicketRecord.read(in));
        }
        DiagnosisModel model = new DiagnosisModel(tickets.subList(0, atOnce), settings);
        List<Asked> asked = model.askedAll();
        model.causes = AnswerModel.read(in, model.withCauses(asked), model.reader, model.index, model.fading(), false);
        model.parts = AnswerModel.read(in, model.withParts(asked), model.reader, model.index, model.fading(), true);
        tickets.subList(atOnce, size).forEach(model::learn);
        model.causes.settle();
        model.parts.settle();
        return model;
    }
}
