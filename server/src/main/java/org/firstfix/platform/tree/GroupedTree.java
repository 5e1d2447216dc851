package org.firstfix.platform.tree;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.firstfix.platform.problem.Problem;

/**
 * A catalogue in which groups hold entries. What has no parent, and what has something below it, is a group; only the
 * others are chosen. What was chosen somewhere stays what can be chosen.
 */
public final class GroupedTree {
    /** Levels from the root to the lowest entry: deeper than this nobody finds anything on the telephone. */
    public static final int MOST_LEVELS = 6;

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    public record Node(String code, Optional<String> parentCode, boolean active) {}

    public GroupedTree(Collection<Node> all) {
        for (Node node : all) {
            nodes.put(node.code(), node);
            node.parentCode().ifPresent(parent -> children.computeIfAbsent(parent, key -> new TreeSet<>()).add(node.code()));
        }
    }

    /**
     * Whether an entry may be put like this.
     *
     * @param chosen says of a code whether it was chosen somewhere already
     * @throws Problem 400 or 409 that says what stands in the way
     */
    public void check(Node wanted, Predicate<String> chosen) {
        wanted.parentCode().ifPresent(parent -> parentCanHold(wanted, parent, chosen));
        if (wanted.parentCode().isEmpty() && isEntry(wanted.code()) && chosen.test(wanted.code())) {
            throw Problem.invalidField("parentCode", "platform.tree-chosen-becomes-group", Map.of("code", wanted.code()));
        }
        if (!wanted.active()) {
            nothingInUseBelow(wanted.code());
        }
    }

    /** Only an entry in use that is no group. */
    public boolean isChoosable(String code) {
        return isEntry(code) && nodes.get(code).active();
    }

    private void parentCanHold(Node wanted, String parent, Predicate<String> chosen) {
        Node above = Optional.ofNullable(nodes.get(parent))
                .orElseThrow(() -> Problem.invalidField("parentCode", "platform.tree-parent-unknown", Map.of("parent", parent)));
        if (closesCircle(wanted.code(), parent)) {
            throw Problem.invalidField("parentCode", "platform.tree-circle", Map.of("code", wanted.code(), "parent", parent));
        }
        int levels = levelsAbove(parent) + height(wanted.code());
        if (levels > MOST_LEVELS) {
            throw Problem.invalidField("parentCode", "platform.tree-too-deep", Map.of("levels", levels, "most", MOST_LEVELS));
        }
        if (wanted.active() && !above.active()) {
            throw Problem.invalidField("parentCode", "platform.tree-parent-retired", Map.of("parent", parent));
        }
        if (isEntry(parent) && chosen.test(parent)) {
            throw Problem.invalidField("parentCode", "platform.tree-chosen-becomes-group", Map.of("code", parent));
        }
    }

    private void nothingInUseBelow(String code) {
        below(code).stream().filter(child -> nodes.get(child).active()).findFirst().ifPresent(child -> {
            throw Problem.conflict("platform.tree-group-in-use", Map.of("group", code, "child", child));
        });
    }

    /** Below itself or below something that stands below it, an entry would belong to nothing any more. */
    private boolean closesCircle(String code, String newParent) {
        Set<String> seen = new HashSet<>();
        for (Optional<String> above = Optional.of(newParent); above.isPresent() && seen.add(above.get()); above = parentOf(above.get())) {
            if (above.get().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private int levelsAbove(String parent) {
        int levels = 0;
        for (Optional<String> one = Optional.of(parent); one.isPresent(); one = parentOf(one.get())) {
            levels++;
        }
        return levels;
    }

    private int height(String code) {
        return 1 + below(code).stream().mapToInt(this::height).max().orElse(0);
    }

    private boolean isEntry(String code) {
        return nodes.containsKey(code) && nodes.get(code).parentCode().isPresent() && below(code).isEmpty();
    }

    private Set<String> below(String code) {
        return children.getOrDefault(code, Set.of());
    }

    private Optional<String> parentOf(String code) {
        return Optional.ofNullable(nodes.get(code)).flatMap(Node::parentCode);
    }
}
