package org.firstfix.diagnosis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.PartSummary;

/**
 * What technical support expects.
 *
 * @param status OPEN, RECORDED, FROZEN or SCORED
 * @param unknown support says "don't know", which is an answer
 * @param carriedParts at most two
 */
public record DiagnosisSummary(String status, String source, boolean unknown, String remarks, List<LikelyCause> likelyCauses,
        List<PartSummary> carriedParts, String recordedBy, Optional<Instant> frozenAt) {
    public record LikelyCause(String code, String nameZh, String nameEn, BigDecimal probability) {}
}
