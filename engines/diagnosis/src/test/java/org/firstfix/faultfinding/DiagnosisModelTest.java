package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisModelTest {
    private static final long SEED = 11;

    private final SimulatedFleet fleet = new SimulatedFleet(SEED, 8);

    private static byte[] bytes(DiagnosisModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void findsTheFaultsOfAFleet() {
        DiagnosisModel model = DiagnosisModel.learn(fleet.tickets(600), Settings.usual());
        CauseScore causes = new CauseScore();
        PartsScore parts = new PartsScore();
        for (Ticket ticket : fleet.tickets(300)) {
            Prediction prediction = model.predict(ticket.question());
            causes.add(prediction, ticket.repair().cause().orElseThrow());
            parts.add(prediction.partSets(), ticket.repair().parts().orElseThrow());
        }
        assertThat(causes.top1()).as("seed %d", SEED).isGreaterThan(.85);
        assertThat(causes.calibration().error()).isLessThan(.08);
        assertThat(parts.allNeeded(2)).isGreaterThan(.85);
        assertThat(parts.promises(2).error()).isLessThan(.08);
    }

    @Test
    void probabilitiesAndTheUnknownMakeOne() {
        DiagnosisModel model = DiagnosisModel.learn(fleet.tickets(200), Settings.usual());
        Prediction prediction = model.predict(fleet.ticket().question());
        assertThat(prediction.causes().stream().mapToDouble(Prediction.Likely::probability).sum() + prediction.unknownCause()).isCloseTo(1, within(1e-9));
        assertThat(prediction.partSets().sets().stream().mapToDouble(PartSets.PartSet::probability).sum() + prediction.partSets().unknown())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void sameTicketsAndSeedMakeTheSameModel() throws IOException {
        List<Ticket> tickets = fleet.tickets(300);
        assertThat(bytes(DiagnosisModel.learn(tickets, Settings.usual()))).isEqualTo(bytes(DiagnosisModel.learn(tickets, Settings.usual())));
    }

    @Test
    void aModelReadBackAnswersAndLearnsLikeTheOneWritten() throws IOException {
        Settings settings = Settings.usual().withHalfLife(30).withCatalogue(Catalogue.of(List.of("seal", "pump")));
        DiagnosisModel model = DiagnosisModel.learn(fleet.tickets(300), settings);
        fleet.tickets(20).forEach(model::learn);
        model.learn(fleet.ticket(fleet.newFault("brand new")));
        DiagnosisModel readBack = DiagnosisModel.read(new ByteArrayInputStream(bytes(model)));
        assertThat(readBack.ticketCount()).isEqualTo(321);
        for (int i = 0; i < 20; i++) {
            Ticket ticket = fleet.ticket();
            assertThat(readBack.freeze(ticket.question(), 40)).isEqualTo(model.freeze(ticket.question(), 40));
            readBack.learn(ticket);
            model.learn(ticket);
        }
        assertThat(bytes(readBack)).isEqualTo(bytes(model));
    }

    @Test
    void aFrozenPredictionIsTheSameAfterTheModelLearntMore() {
        DiagnosisModel model = DiagnosisModel.learn(fleet.tickets(300), Settings.usual());
        Question question = fleet.ticket().question();
        FrozenPrediction frozen = model.freeze(question, 15);
        Prediction shown = frozen.prediction();
        byte[] kept = frozen.toBytes();
        fleet.tickets(50).forEach(model::learn);
        assertThat(model.predict(question)).isNotEqualTo(shown);
        FrozenPrediction years = FrozenPrediction.fromBytes(kept);
        assertThat(years.prediction()).isEqualTo(shown);
        assertThat(years.question()).isEqualTo(question);
        assertThat(years.learntFrom()).isEqualTo(300);
        assertThat(kept.length).isLessThan(10_000);
    }

    @Test
    void damagedRecordsAreRefused() {
        byte[] kept = DiagnosisModel.learn(fleet.tickets(50), Settings.usual()).freeze(Question.of("anything"), 0).toBytes();
        assertThatThrownBy(() -> FrozenPrediction.fromBytes(Arrays.copyOf(kept, kept.length / 2))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no frozen prediction");
        assertThatThrownBy(() -> DiagnosisModel.read(new ByteArrayInputStream(kept))).isInstanceOf(IOException.class).hasMessageContaining("firstfix prediction");
    }

    @Test
    void knowingNothingItSaysSo() {
        Prediction prediction = DiagnosisModel.learn(List.of(), Settings.usual()).predict(Question.of("no display"));
        assertThat(prediction.isUnknown()).isTrue();
        assertThat(prediction.unknownCause()).isEqualTo(1);
        assertThat(PartsToCarry.best(prediction.partSets(), Carrying.atMost(2)).parts()).isEmpty();
    }

    @Test
    void startsFromNothingAndLearnsTicketByTicket() {
        DiagnosisModel model = DiagnosisModel.learn(List.of(), Settings.usual());
        fleet.tickets(150).forEach(model::learn);
        CauseScore score = new CauseScore();
        fleet.tickets(100).forEach(ticket -> score.add(model.predict(ticket.question()), ticket.repair().cause().orElseThrow()));
        assertThat(score.top3()).isGreaterThan(.8);
    }

    @Test
    void evidenceNamesCasesWordsAndCounts() {
        DiagnosisModel model = DiagnosisModel.learn(fleet.tickets(400), Settings.usual());
        Ticket ticket = fleet.ticket();
        List<Evidence> evidence = model.predict(ticket.question()).causes().getFirst().evidence();
        assertThat(evidence).hasAtLeastOneElementOfType(Evidence.PastCase.class).hasAtLeastOneElementOfType(Evidence.Word.class)
                .hasAtLeastOneElementOfType(Evidence.Counted.class);
    }

    @Test
    void ageAndLastRepairSpeakWhereWordsAreSilent() {
        Stream<Ticket> young = Stream.iterate(0, i -> i + 1).limit(100).map(i -> new Ticket("y" + i,
                new Question("does not run", List.of(), Map.of("age_years", i % 3 / 2.0), Map.of("last_cause", "none")), Repair.ofCause("setting"), i));
        Stream<Ticket> old = Stream.iterate(0, i -> i + 1).limit(100).map(i -> new Ticket("o" + i,
                new Question("does not run", List.of(), Map.of("age_years", 9 + i % 3 / 2.0), Map.of("last_cause", "bearing")), Repair.ofCause("motor"), i));
        DiagnosisModel model = DiagnosisModel.learn(Stream.concat(young, old).toList(), Settings.usual());
        Prediction prediction = model.predict(new Question("does not run", List.of(), Map.of("age_years", 9.5), Map.of("last_cause", "bearing")));
        assertThat(prediction.causes().getFirst().name()).isEqualTo("motor");
        assertThat(prediction.causes().getFirst().probability()).isGreaterThan(.9);
    }

    @Test
    void aCheckThatSplitsTheCausesIsAskedFirst() {
        Prediction prediction = new Prediction(List.of(new Prediction.Likely("disk", .5, List.of()), new Prediction.Likely("board", .4, List.of())), .1,
                new PartSets(List.of(), 1));
        GuidedCheck light = new GuidedCheck("is the disk light amber", Map.of("disk", .95, "board", .05), .5);
        GuidedCheck power = new GuidedCheck("does it have power", Map.of("disk", .97, "board", .96), .9);
        assertThat(GuidedCheck.ranked(prediction, List.of(power, light))).extracting(worth -> worth.check()).containsExactly(light, power);
        Prediction after = light.answered(prediction, true);
        assertThat(after.causes().getFirst().name()).isEqualTo("disk");
        assertThat(after.causes().getFirst().probability()).isCloseTo(.475 / .545, within(1e-9));
        assertThatThrownBy(() -> new GuidedCheck("sure", Map.of("disk", 1.0), .5)).hasMessageContaining("disk").hasMessageContaining("0.98");
    }

    @Test
    void whatIsRuledOutLeavesItsProbabilityToTheOthers() {
        Prediction before = new Prediction(List.of(new Prediction.Likely("disk", .5, List.of()), new Prediction.Likely("board", .3, List.of())), .2,
                new PartSets(List.of(), 1));
        Prediction after = before.without(Set.of("disk"));
        assertThat(after.causes()).extracting(Prediction.Likely::name).containsExactly("board");
        assertThat(after.causes().getFirst().probability()).isCloseTo(.6, within(1e-12));
        assertThat(after.unknownCause()).isCloseTo(.4, within(1e-12));
        assertThat(before.without(Set.of("disk", "board")).isUnknown()).isTrue();
    }
}
