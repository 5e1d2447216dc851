package org.firstfix.diagnosis.usecase;

import java.util.Optional;
import org.firstfix.diagnosis.TreeApi;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.diagnosis.domain.Trees;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Where lists that come in meet the trees. */
@Component
class TreeDesk implements TreeApi {
    private final Trees trees;
    private final TreeRules rules;
    private final PutTreeEntry putTreeEntry;

    TreeDesk(Trees trees, TreeRules rules, PutTreeEntry putTreeEntry) {
        this.trees = trees;
        this.rules = rules;
        this.putTreeEntry = putTreeEntry;
    }

    @Override
    public Optional<TreeEntry> find(TreeKind kind, String code) {
        return trees.find(kind, code);
    }

    @Override
    public Correction correctionOf(TreeEntry wanted, String reason) {
        TreeEntry now = trees.find(wanted.kind(), wanted.code())
                .orElseThrow(() -> Problem.notFound(wanted.kind().word(), wanted.code()));
        return new Correction(FieldChange.between(now.facts(), wanted.facts()),
                () -> putTreeEntry.handle(new PutTreeEntry.Command(wanted, Optional.of(now.version()), reason)));
    }

    @Override
    public void check(TreeEntry wanted) {
        rules.check(wanted);
    }

    @Override
    public void add(TreeEntry entry, String reason) {
        putTreeEntry.handle(new PutTreeEntry.Command(entry, Optional.empty(), reason));
    }
}
