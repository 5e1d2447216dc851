package org.firstfix.integration.importer;

import java.util.Optional;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.diagnosis.TreeApi;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** Remedies. The causes they mend are taken in first. */
@Component
class ImportRemedies implements RowImporter {
    private final TreeApi trees;

    ImportRemedies(TreeApi trees) {
        this.trees = trees;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.REMEDIES;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        String code = row.text("code");
        Optional<Remedy> known = trees.find(TreeKind.REMEDY, code).map(Remedy.class::cast);
        Remedy wanted = new Remedy(code, TreeColumns.text(row, "nameZh", known.map(Remedy::nameZh)),
                TreeColumns.text(row, "nameEn", known.map(Remedy::nameEn)), TreeColumns.list(row, "causes", known.map(Remedy::causes)),
                TreeColumns.list(row, "partKinds", known.map(Remedy::partKinds)), TreeColumns.list(row, "families", known.map(Remedy::families)),
                TreeColumns.minutes(row, known.map(Remedy::minutes)), TreeColumns.active(row, known.map(Remedy::active)), 0);
        TreeColumns.check(row, () -> trees.check(wanted));
        Optional<Correction> correction = known.filter(found -> row.isGood()).map(found -> trees.correctionOf(wanted, TreeColumns.REASON));
        return Prepared.of(code, correction, () -> {
            trees.add(wanted, TreeColumns.REASON);
            return code;
        });
    }
}
