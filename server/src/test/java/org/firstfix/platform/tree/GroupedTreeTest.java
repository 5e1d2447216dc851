package org.firstfix.platform.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.tree.GroupedTree.Node;
import org.junit.jupiter.api.Test;

class GroupedTreeTest {
    private final GroupedTree tree = new GroupedTree(List.of(node("disk", null, true), node("disk.damaged", "disk", true),
            node("old", null, false), node("old.one", "old", false), node("a", null, true), node("a.b", "a", true), node("a.b.c", "a.b", true),
            node("a.b.c.d", "a.b.c", true), node("deep", "a.b.c.d", true), node("deeper", "deep", true)));

    @Test
    void anEntryMovesBelowAnotherGroup() {
        assertThatCode(() -> tree.check(node("disk.damaged", "a", true), Set.of("disk.damaged")::contains)).doesNotThrowAnyException();
    }

    @Test
    void nothingMovesBelowItselfOrItsOwnBranch() {
        assertThat(refusal(node("a", "a", true))).isEqualTo("platform.tree-circle");
        assertThat(refusal(node("a", "a.b.c", true))).isEqualTo("platform.tree-circle");
        assertThat(refusal(node("a.b.c", "disk", true))).isEmpty();
    }

    @Test
    void aBranchEndsAtTheSixthLevel() {
        assertThat(refusal(node("new", "deep", true))).isEmpty();
        assertThat(refusal(node("new", "deeper", true))).isEqualTo("platform.tree-too-deep");
        assertThat(refusal(node("a", "disk", true))).as("the whole branch moves").isEqualTo("platform.tree-too-deep");
    }

    @Test
    void theParentIsKnownAndInUse() {
        assertThat(refusal(node("new", "nowhere", true))).isEqualTo("platform.tree-parent-unknown");
        assertThat(refusal(node("new", "old", true))).isEqualTo("platform.tree-parent-retired");
        assertThat(refusal(node("old.two", "old", false))).as("what is retired itself may stand there").isEmpty();
    }

    @Test
    void whatWasChosenStaysWhatCanBeChosen() {
        assertThat(refusal(node("new", "disk.damaged", true), "disk.damaged")).isEqualTo("platform.tree-chosen-becomes-group");
        assertThat(refusal(node("new", "disk.damaged", true))).as("never chosen: it may become a group").isEmpty();
        assertThat(refusal(node("disk.damaged", null, true), "disk.damaged")).isEqualTo("platform.tree-chosen-becomes-group");
        assertThat(refusal(node("disk.damaged", "disk", false), "disk.damaged")).as("retiring leaves the past as it is").isEmpty();
    }

    @Test
    void aGroupIsRetiredAfterWhatItHolds() {
        assertThat(refusal(node("disk", null, false))).isEqualTo("platform.tree-group-in-use");
        assertThat(refusal(node("old", null, false))).isEmpty();
    }

    @Test
    void onlyLeavesInUseAreChosen() {
        assertThat(tree.isChoosable("disk.damaged")).isTrue();
        assertThat(tree.isChoosable("disk")).as("root").isFalse();
        assertThat(tree.isChoosable("a.b")).as("group in the middle").isFalse();
        assertThat(tree.isChoosable("old.one")).as("retired").isFalse();
        assertThat(tree.isChoosable("nowhere")).isFalse();
    }

    private String refusal(Node wanted, String... chosen) {
        Problem problem = catchThrowableOfType(Problem.class, () -> tree.check(wanted, Set.of(chosen)::contains));
        return problem == null ? "" : problem.fields().isEmpty() ? problem.code() : problem.fields().getFirst().code();
    }

    private static Node node(String code, String parent, boolean active) {
        return new Node(code, Optional.ofNullable(parent), active);
    }
}
