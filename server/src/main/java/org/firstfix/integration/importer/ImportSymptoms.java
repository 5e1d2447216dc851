package org.firstfix.integration.importer;

import java.util.Optional;
import org.firstfix.cases.SymptomApi;
import org.firstfix.cases.SymptomNode;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** The tree of symptoms. One whose code is known is corrected where the row says otherwise. */
@Component
class ImportSymptoms implements RowImporter {
    private final SymptomApi symptoms;

    ImportSymptoms(SymptomApi symptoms) {
        this.symptoms = symptoms;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SYMPTOMS;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        String code = row.text("code");
        Optional<SymptomNode> known = symptoms.find(code);
        SymptomNode wanted = new SymptomNode(code, TreeColumns.optional(row, "parentCode", known.flatMap(SymptomNode::parentCode)),
                TreeColumns.text(row, "nameZh", known.map(SymptomNode::nameZh)), TreeColumns.text(row, "nameEn", known.map(SymptomNode::nameEn)),
                TreeColumns.list(row, "families", known.map(SymptomNode::families)),
                TreeColumns.active(row, known.map(SymptomNode::active)), 0);
        boolean parentComes = wanted.parentCode().filter(parent -> scope.isAnnounced("symptom", parent)).isPresent();
        if (parentComes) {
            TreeColumns.check(row, wanted::check);
        } else {
            TreeColumns.check(row, () -> symptoms.check(wanted));
        }
        if (row.isGood()) {
            scope.announce("symptom", code);
        }
        Optional<Correction> correction = known.filter(found -> row.isGood()).map(found -> symptoms.correctionOf(wanted, TreeColumns.REASON));
        return Prepared.of(code, correction, () -> {
            symptoms.add(wanted, TreeColumns.REASON);
            return code;
        });
    }
}
