package org.firstfix.integration.importer;

import java.util.Optional;
import org.firstfix.diagnosis.FaultLine;
import org.firstfix.diagnosis.TreeApi;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.integration.domain.ImportKind;
import org.firstfix.integration.domain.RowFields;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** Lines of a maker's fault table. The causes and symptoms they name are taken in first. */
@Component
class ImportFaultLines implements RowImporter {
    private final TreeApi trees;

    ImportFaultLines(TreeApi trees) {
        this.trees = trees;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.FAULT_LINES;
    }

    @Override
    public Prepared prepare(RowFields row, ImportScope scope) {
        String code = row.text("code");
        Optional<FaultLine> known = trees.find(TreeKind.FAULT_LINE, code).map(FaultLine.class::cast);
        if (known.isEmpty() && row.text("causeCode").isEmpty()) {
            row.error("causeCode", "integration.value-missing");
        }
        FaultLine wanted = new FaultLine(code, TreeColumns.optional(row, "family", known.flatMap(FaultLine::family)),
                TreeColumns.optional(row, "model", known.flatMap(FaultLine::model)),
                TreeColumns.text(row, "wordsZh", known.map(FaultLine::wordsZh)), TreeColumns.text(row, "wordsEn", known.map(FaultLine::wordsEn)),
                TreeColumns.optional(row, "symptomCode", known.flatMap(FaultLine::symptomCode)),
                TreeColumns.text(row, "causeCode", known.map(FaultLine::causeCode)),
                TreeColumns.list(row, "partKinds", known.map(FaultLine::partKinds)), TreeColumns.weight(row, known.map(FaultLine::weight)),
                TreeColumns.text(row, "source", known.map(FaultLine::source)), TreeColumns.active(row, known.map(FaultLine::active)), 0);
        TreeColumns.check(row, () -> trees.check(wanted));
        Optional<Correction> correction = known.filter(found -> row.isGood()).map(found -> trees.correctionOf(wanted, TreeColumns.REASON));
        return Prepared.of(code, correction, () -> {
            trees.add(wanted, TreeColumns.REASON);
            return code;
        });
    }
}
