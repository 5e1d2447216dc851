package org.firstfix.diagnosis.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseApi;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.FaultLine;
import org.firstfix.diagnosis.GuidedCheck;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.domain.Trees;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.tree.GroupedTree;
import org.springframework.stereotype.Component;

/** Whether an entry may be as somebody wants it, whoever wants it: a screen, a list that comes in, somebody who brings it back. */
@Component
class TreeRules {
    private final Trees trees;
    private final CaseApi cases;

    TreeRules(Trees trees, CaseApi cases) {
        this.trees = trees;
        this.cases = cases;
    }

    /** Reads only. */
    void check(TreeEntry wanted) {
        wanted.check();
        switch (wanted) {
            case CauseNode cause -> causes().check(node(cause), trees::isUsedAsCause);
            case Remedy remedy -> namesCausesInUse(remedy, "causes");
            case FaultLine line -> {
                namesCausesInUse(line, "causeCode");
                namesKnownSymptoms("symptomCode", line.symptomCode().stream().toList());
            }
            case GuidedCheck guided -> {
                namesCausesInUse(guided, "signs");
                namesKnownSymptoms("symptomCodes", guided.symptomCodes());
            }
        }
    }

    /** What it named already may have been retired meanwhile; that does not stand in the way of another change. */
    private void namesCausesInUse(TreeEntry wanted, String field) {
        GroupedTree causes = causes();
        List<String> named = trees.find(wanted.kind(), wanted.code()).map(TreeEntry::causeCodes).orElse(List.of());
        wanted.causeCodes().stream().filter(code -> !named.contains(code) && !causes.isChoosable(code)).findFirst().ifPresent(code -> {
            throw Problem.invalidField(field, "diagnosis.cause-unknown", Map.of("cause", code));
        });
    }

    private GroupedTree causes() {
        return new GroupedTree(trees.causes().values().stream().map(TreeRules::node).toList());
    }

    private static GroupedTree.Node node(CauseNode cause) {
        return new GroupedTree.Node(cause.code(), cause.parentCode(), cause.active());
    }

    private void namesKnownSymptoms(String field, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        Set<String> known = cases.symptoms().stream().filter(symptom -> symptom.parentCode().isPresent()).map(CaseApi.Symptom::code)
                .collect(Collectors.toSet());
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw Problem.invalidField(field, "diagnosis.symptom-unknown", Map.of("symptom", code));
        });
    }
}
