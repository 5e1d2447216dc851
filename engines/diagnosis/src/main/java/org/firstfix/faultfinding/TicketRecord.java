package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.SortedSet;

/** Tickets and questions in binary records. */
final class TicketRecord {
    private TicketRecord() {}

    static void write(Ticket ticket, DataOutput out) throws IOException {
        Texts.write(ticket.id(), out);
        writeQuestion(ticket.question(), out);
        out.writeBoolean(ticket.repair().cause().isPresent());
        Texts.write(ticket.repair().cause().orElse(""), out);
        out.writeBoolean(ticket.repair().parts().isPresent());
        Texts.write(ticket.repair().parts().map(PartSetIndex::name).orElse(""), out);
        out.writeDouble(ticket.time());
        out.writeDouble(ticket.weight());
    }

    static Ticket read(DataInput in) throws IOException {
        String id = Texts.read(in);
        Question question = readQuestion(in);
        boolean causeKnown = in.readBoolean();
        String cause = Texts.read(in);
        boolean partsKnown = in.readBoolean();
        SortedSet<String> parts = PartSetIndex.parts(Texts.read(in));
        Repair repair = new Repair(causeKnown ? Optional.of(cause) : Optional.empty(), partsKnown ? Optional.of(parts) : Optional.empty());
        return new Ticket(id, question, repair, in.readDouble(), in.readDouble());
    }

    static void writeQuestion(Question question, DataOutput out) throws IOException {
        Texts.write(question.reported(), out);
        out.writeInt(question.machine().size());
        for (String group : question.machine()) {
            Texts.write(group, out);
        }
        out.writeInt(question.figures().size());
        for (var figure : question.figures().entrySet()) {
            Texts.write(figure.getKey(), out);
            out.writeDouble(figure.getValue());
        }
        out.writeInt(question.facts().size());
        for (var fact : question.facts().entrySet()) {
            Texts.write(fact.getKey(), out);
            Texts.write(fact.getValue(), out);
        }
    }

    static Question readQuestion(DataInput in) throws IOException {
        String reported = Texts.read(in);
        var machine = new ArrayList<String>();
        for (int i = in.readInt(); i > 0; i--) {
            machine.add(Texts.read(in));
        }
        var figures = new HashMap<String, Double>();
        for (int i = in.readInt(); i > 0; i--) {
            figures.put(Texts.read(in), in.readDouble());
        }
        var facts = new HashMap<String, String>();
        for (int i = in.readInt(); i > 0; i--) {
            facts.put(Texts.read(in), Texts.read(in));
        }
        return new Question(reported, machine, figures, facts);
    }
}
