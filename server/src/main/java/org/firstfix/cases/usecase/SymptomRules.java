package org.firstfix.cases.usecase;

import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.domain.SymptomTree;
import org.firstfix.platform.tree.GroupedTree;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Whether a symptom may be as somebody wants it, whoever wants it: a screen, a list that comes in, somebody who brings it back. */
@Component
class SymptomRules {
    private final Work work;
    private final SymptomTree tree;

    SymptomRules(Work work, SymptomTree tree) {
        this.work = work;
        this.tree = tree;
    }

    /** Reads only. What a case of any branch names stays what a case can name. */
    void check(SymptomNode wanted) {
        wanted.check();
        new GroupedTree(tree.all().stream().map(SymptomNode::node).toList())
                .check(wanted.node(), code -> work.asTheHouse("symptom tree", () -> tree.isReported(code)));
    }
}
