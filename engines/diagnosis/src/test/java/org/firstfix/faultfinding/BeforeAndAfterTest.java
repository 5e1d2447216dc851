package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was found may teach, but never reach the input of a prediction: the types keep them apart. */
class BeforeAndAfterTest {

    @Test
    void aQuestionHasRoomForReportMachineFiguresAndFactsOnly() {
        assertThat(Question.class.getRecordComponents()).extracting(RecordComponent::getName).containsExactly("reported", "machine", "figures", "facts");
    }

    @Test
    void whatPredictsTakesNoRepair() {
        List<Method> predicting = Arrays.stream(DiagnosisModel.class.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Set.of(Prediction.class, FrozenPrediction.class).contains(method.getReturnType())).toList();
        assertThat(predicting).isNotEmpty().allSatisfy(method -> assertThat(method.getParameterTypes()).isSubsetOf(Question.class, double.class));
    }

    @Test
    void theTraitsOfATicketAreThoseOfItsQuestion() {
        // Nothing of a repair is readable by the one class that turns tickets into traits.
        assertThat(Arrays.stream(TraitReader.class.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getParameterTypes())))
                .doesNotContain(Ticket.class, Repair.class);
    }

    @Test
    void wordsOfTheRepairAreNoTraits() {
        Ticket ticket = new Ticket("1", Question.of("no display"), Repair.of("quetzalcoatl", List.of("xylophone")), 0);
        DiagnosisModel model = DiagnosisModel.learn(List.of(ticket), Settings.usual());
        assertThat(model.freeze(ticket.question(), 0).question()).isEqualTo(Question.of("no display"));
        assertThat(new TraitReader(Catalogue.empty()).read(ticket.question())).noneMatch(trait -> trait.contains("quetz") || trait.contains("xylo"));
    }
}
