package org.firstfix.integration.importer;

import java.util.Optional;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.TreeApi;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** The tree of causes. One whose code is known is corrected where the row says otherwise. */
@Component
class ImportCauses implements RowImporter {
    private final TreeApi trees;

    ImportCauses(TreeApi trees) {
        this.trees = trees;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CAUSES;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        String code = row.text("code");
        Optional<CauseNode> known = trees.find(TreeKind.CAUSE, code).map(CauseNode.class::cast);
        CauseNode wanted = new CauseNode(code, TreeColumns.optional(row, "parentCode", known.flatMap(CauseNode::parentCode)),
                TreeColumns.text(row, "nameZh", known.map(CauseNode::nameZh)), TreeColumns.text(row, "nameEn", known.map(CauseNode::nameEn)),
                TreeColumns.list(row, "families", known.map(CauseNode::families)),
                TreeColumns.list(row, "partKinds", known.map(CauseNode::partKinds)), TreeColumns.active(row, known.map(CauseNode::active)), 0);
        boolean parentComes = wanted.parentCode().filter(parent -> scope.isAnnounced("cause", parent)).isPresent();
        if (parentComes) {
            TreeColumns.check(row, wanted::check);
        } else {
            TreeColumns.check(row, () -> trees.check(wanted));
        }
        if (row.isGood()) {
            scope.announce("cause", code);
        }
        Optional<Correction> correction = known.filter(found -> row.isGood()).map(found -> trees.correctionOf(wanted, TreeColumns.REASON));
        return Prepared.of(code, correction, () -> {
            trees.add(wanted, TreeColumns.REASON);
            return code;
        });
    }
}
