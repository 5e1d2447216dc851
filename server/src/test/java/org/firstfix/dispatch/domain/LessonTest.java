package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.firstfix.routing.plan.Level;
import org.junit.jupiter.api.Test;

class LessonTest {
    /** Twenty minutes more on the road, so that the own engineer goes, which is worth 15.00. */
    private static Lesson farForTheOwnEngineer(long travelMore) {
        return new Lesson(List.of(new Overruling.Difference("travel-time", Level.PREFERENCE, travelMore),
                new Overruling.Difference("preferred-engineer", Level.PREFERENCE, -1_500)), "travel-time", Optional.of(0L), Optional.of(travelMore - 1_500),
                OverrulingReason.OWN_ENGINEER, Optional.of(true), Optional.of(false));
    }

    @Test
    void fivePeopleWhoPayMoreForTheOwnEngineerSpeakForAHigherWeight() {
        List<Lesson> lessons = List.of(farForTheOwnEngineer(2_000), farForTheOwnEngineer(2_400), farForTheOwnEngineer(2_600), farForTheOwnEngineer(3_000),
                farForTheOwnEngineer(9_000));
        assertThat(Lesson.suggestions(lessons, PlanningPolicy.USUAL)).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.figure()).isEqualTo("notPreferred");
            assertThat(suggestion.present()).isEqualTo(1_500);
            // The median, so that one who goes very far does not decide.
            assertThat(suggestion.implied()).isEqualTo(2_600);
            assertThat(suggestion.cases()).isEqualTo(5);
            assertThat(suggestion.averageMore()).isEqualTo(2_300);
            assertThat(suggestion.averageTravelMinutes()).isEqualTo(57);
        });
    }

    @Test
    void fourAreChance() {
        assertThat(Lesson.suggestions(Collections.nCopies(4, farForTheOwnEngineer(2_000)), PlanningPolicy.USUAL)).isEmpty();
    }

    @Test
    void whereNothingIsBoughtOrSomethingElseWasMeantOrIsMixedInNoWeightIsToBlame() {
        Lesson nothingBought = new Lesson(List.of(new Overruling.Difference("travel-time", Level.PREFERENCE, 900)), "travel-time", Optional.of(0L),
                Optional.of(900L), OverrulingReason.NONE_GIVEN, Optional.empty(), Optional.empty());
        Lesson late = new Lesson(farForTheOwnEngineer(2_000).lines(), "late-start", Optional.of(6_000L), Optional.of(500L), OverrulingReason.OTHER,
                Optional.empty(), Optional.empty());
        Lesson impossible = new Lesson(List.of(new Overruling.Difference("shift-end", Level.HARD, 600)), "shift-end", Optional.empty(), Optional.empty(),
                OverrulingReason.OTHER, Optional.empty(), Optional.empty());
        Lesson forTheMachine = new Lesson(farForTheOwnEngineer(2_000).lines(), "travel-time", Optional.of(0L), Optional.of(500L),
                OverrulingReason.KNOWS_MACHINE, Optional.empty(), Optional.empty());
        List<Lesson> lessons = new ArrayList<>(Collections.nCopies(9, nothingBought));
        lessons.addAll(Collections.nCopies(9, forTheMachine));
        lessons.addAll(Collections.nCopies(9, late));
        lessons.addAll(Collections.nCopies(9, impossible));
        assertThat(Lesson.suggestions(lessons, PlanningPolicy.USUAL)).isEmpty();
    }

    @Test
    void theRuleOverruledMostComesFirstWithWhatCameOfIt() {
        Lesson calm = new Lesson(List.of(new Overruling.Difference("calm-plan", Level.PREFERENCE, 1_000)), "calm-plan", Optional.of(0L), Optional.of(1_000L),
                OverrulingReason.CALM_DAY, Optional.of(false), Optional.empty());
        assertThat(Lesson.byRule(List.of(calm, farForTheOwnEngineer(2_000), farForTheOwnEngineer(3_000)))).containsExactly(
                new Lesson.RuleSum("travel-time", 2, 2_500, 2, 2, 0, 2), new Lesson.RuleSum("calm-plan", 1, 1_000, 0, 1, 0, 0));
    }
}
