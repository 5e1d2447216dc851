package org.firstfix.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowFieldsTest {
    @Test
    void recognisesTheHeadersOfTheRealReports() {
        Columns columns = Columns.recognise(List.of("reported_on", "symptom_zh", "symptom_en", "machine_model", "customer", "cause_zh",
                "cause_en", "note"), ImportKind.PAST_CASES, field -> List.of());
        assertThat(columns.indexByField()).containsExactlyInAnyOrderEntriesOf(Map.of("reportedOn", 0, "symptomZh", 1, "symptomEn", 2,
                "model", 3, "account", 4, "causeZh", 5, "causeEn", 6));
        assertThat(columns.missing(ImportKind.PAST_CASES)).isEmpty();
    }

    @Test
    void recognisesLabelsInBothLanguagesWhateverTheirSigns() {
        Columns columns = Columns.recognise(List.of("客户 名称", "Short-Name", "短名", "客户"), ImportKind.ACCOUNTS,
                field -> field.key().equals("shortName") ? List.of("Short name", "简称") : List.of());
        assertThat(columns.indexByField()).isEqualTo(Map.of("name", 0, "shortName", 1));
    }

    @Test
    void readsDaysAsPeopleWriteThem() {
        for (String day : List.of("2009-01-08", "2009/1/8", "2009.1.8", "2009年1月8日", "２００９-01-08", "2009-01-08 13:45", "2009-01-08T00:00:00Z")) {
            assertThat(row(day).date("reportedOn")).as(day).contains(LocalDate.of(2009, 1, 8));
        }
    }

    @Test
    void refusesDaysThatAreNone() {
        for (String day : List.of("2009-13-01", "2009-02-30", "yesterday", "08-01-2009x", "39821")) {
            RowFields row = row(day);
            assertThat(row.date("reportedOn")).as(day).isEmpty();
            assertThat(row.findings()).extracting(Finding::code).containsExactly("integration.date-unreadable");
        }
        for (String day : List.of("0000-01-01", "1969-12-31", "2200-01-01", "0-1-1")) {
            RowFields row = row(day);
            assertThat(row.date("reportedOn")).as(day).isEmpty();
            assertThat(row.findings()).extracting(Finding::code).containsExactly("integration.date-out-of-range");
            assertThat(row.isGood()).isFalse();
        }
    }

    @Test
    void findsWhatIsMissingAndTooLong() {
        Columns columns = Columns.recognise(List.of("date", "customer"), ImportKind.PAST_CASES, field -> List.of());
        RowFields row = RowFields.of(7, List.of("", "x".repeat(201)), ImportKind.PAST_CASES, columns);
        assertThat(row.findings()).extracting(Finding::code).containsExactly("integration.value-missing", "integration.value-too-long");
        assertThat(row.findings()).extracting(Finding::row).containsOnly(7);
        assertThat(row.findings()).extracting(Finding::column).containsExactly("date", "customer");
        assertThat(row.findings().get(1).value()).hasSize(201);
    }

    private static RowFields row(String day) {
        Columns columns = Columns.recognise(List.of("date", "customer"), ImportKind.PAST_CASES, field -> List.of());
        return RowFields.of(2, List.of(day, "A"), ImportKind.PAST_CASES, columns);
    }
}
