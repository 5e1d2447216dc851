package org.firstfix.diagnosis.storage;

import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.FaultLine;
import org.firstfix.diagnosis.GuidedCheck;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.schema.diagnosis.tables.records.CauseRecord;
import org.firstfix.schema.diagnosis.tables.records.FaultLineRecord;
import org.firstfix.schema.diagnosis.tables.records.GuidedCheckRecord;
import org.firstfix.schema.diagnosis.tables.records.RemedyRecord;

/** Entries as the tables hold them, read the same way for a change and for a screen. */
public final class TreeRows {
    private TreeRows() {}

    public static CauseNode cause(CauseRecord row) {
        return new CauseNode(row.getCode(), Optional.ofNullable(row.getParentCode()), row.getNameZh(), row.getNameEn(),
                List.of(row.getFamilies()), List.of(row.getPartKinds()), row.getActive(), row.getVersion());
    }

    public static Remedy remedy(RemedyRecord row, List<String> causes) {
        return new Remedy(row.getCode(), row.getNameZh(), row.getNameEn(), causes, List.of(row.getPartKinds()), List.of(row.getFamilies()),
                row.getMinutes(), row.getActive(), row.getVersion());
    }

    public static FaultLine faultLine(FaultLineRecord row) {
        return new FaultLine(row.getCode(), Optional.ofNullable(row.getFamily()), Optional.ofNullable(row.getModel()), row.getWordsZh(),
                row.getWordsEn(), Optional.ofNullable(row.getSymptomCode()), row.getCauseCode(), List.of(row.getPartKinds()),
                row.getWeight(), row.getSource(), row.getActive(), row.getVersion());
    }

    public static GuidedCheck check(GuidedCheckRecord row, List<GuidedCheck.Sign> signs) {
        return new GuidedCheck(row.getCode(), row.getQuestionZh(), row.getQuestionEn(), row.getHowZh(), row.getHowEn(),
                GuidedCheck.DoneBy.valueOf(row.getDoneBy()), row.getMinutes(), List.of(row.getFamilies()), List.of(row.getSymptomCodes()),
                row.getOtherwise(), signs, row.getActive(), row.getVersion());
    }
}
