package org.firstfix.faultfinding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A prediction with all it was computed from, kept when the engineer is sent. {@link #prediction()} computes it again, to the last digit, without the
 * model and whatever became of it.
 */
public final class FrozenPrediction {
    private static final String KIND = "firstfix prediction";
    private static final int VERSION = 1;

    private final Question question;
    private final int learntFrom;
    private final Weighing causes;
    private final Weighing parts;
    private final List<List<Evidence>> evidence;

    FrozenPrediction(Question question, int learntFrom, Weighing causes, Weighing parts, List<List<Evidence>> evidence) {
        this.question = question;
        this.learntFrom = learntFrom;
        this.causes = causes;
        this.parts = parts;
        this.evidence = evidence;
    }

    public Question question() {
        return question;
    }

    /** How many tickets the model knew. */
    public int learntFrom() {
        return learntFrom;
    }

    public Prediction prediction() {
        List<Prediction.Likely> likely = new ArrayList<>();
        for (int i = 0; i < causes.answers().size(); i++) {
            likely.add(new Prediction.Likely(causes.answers().get(i), causes.probability(i), i < evidence.size() ? evidence.get(i) : List.of()));
        }
        List<PartSets.PartSet> sets = new ArrayList<>();
        for (int i = 0; i < parts.answers().size(); i++) {
            sets.add(new PartSets.PartSet(PartSetIndex.parts(parts.answers().get(i)), parts.probability(i)));
        }
        return new Prediction(likely, causes.unknown(), new PartSets(sets, parts.unknown()));
    }

    /** A few kilobytes, readable by this and every later version. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Texts.write(KIND, out);
            out.writeInt(VERSION);
            TicketRecord.writeQuestion(question, out);
            out.writeInt(learntFrom);
            causes.write(out);
            parts.write(out);
            out.writeInt(evidence.size());
            for (List<Evidence> reasons : evidence) {
                out.writeInt(reasons.size());
                for (Evidence reason : reasons) {
                    write(reason, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if these are not the bytes of a frozen prediction, or those of a later version */
    public static FrozenPrediction fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Texts.requireVersion(KIND, VERSION, in);
            Question question = TicketRecord.readQuestion(in);
            int learntFrom = in.readInt();
            Weighing causes = Weighing.read(in);
            Weighing parts = Weighing.read(in);
            List<List<Evidence>> evidence = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                List<Evidence> reasons = new ArrayList<>();
                for (int j = in.readInt(); j > 0; j--) {
                    reasons.add(readEvidence(in));
                }
                evidence.add(List.copyOf(reasons));
            }
            return new FrozenPrediction(question, learntFrom, causes, parts, List.copyOf(evidence));
        } catch (IOException e) {
            throw new IllegalArgumentException("these " + bytes.length + " bytes are no frozen prediction: "
                    + (e.getMessage() == null ? "they end too early" : e.getMessage()), e);
        }
    }

    private static void write(Evidence evidence, DataOutput out) throws IOException {
        switch (evidence) {
            case Evidence.PastCase(String ticket, double likeness) -> {
                out.writeByte(0);
                Texts.write(ticket, out);
                out.writeDouble(likeness);
            }
            case Evidence.Word(String text, String kind, double strength) -> {
                out.writeByte(1);
                Texts.write(text, out);
                Texts.write(kind, out);
                out.writeDouble(strength);
            }
            case Evidence.Counted(String group, double times, double of) -> {
                out.writeByte(2);
                Texts.write(group, out);
                out.writeDouble(times);
                out.writeDouble(of);
            }
        }
    }

    private static Evidence readEvidence(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 0 -> new Evidence.PastCase(Texts.read(in), in.readDouble());
            case 1 -> new Evidence.Word(Texts.read(in), Texts.read(in), in.readDouble());
            case 2 -> new Evidence.Counted(Texts.read(in), in.readDouble(), in.readDouble());
            default -> throw new StreamCorruptedException("evidence of kind " + kind + ". Maybe the record is damaged.");
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrozenPrediction that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
