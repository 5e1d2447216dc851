package org.firstfix.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ExportTest {
    @Autowired
    TestHouse house;

    @Autowired
    CustomerApi customers;

    @Autowired
    EntitlementApi contracts;

    @Autowired
    DSLContext database;

    @Test
    void aListLeavesAsItIsOnTheScreenAllPagesInScopeAndNothingCalculates() throws Exception {
        register("hangzhou", "=HYPERLINK(\"http://evil\")", 620);
        register("ningbo", "宁波的客户", 1);
        TestClient manager = house.client("service_manager.hangzhou");
        List<CSVRecord> rows = csv(manager.get("/api/v1/exports/contracts.csv").expect(200));
        assertThat(rows).hasSizeGreaterThan(620);
        assertThat(rows.getFirst().stream()).contains("Number");
        String all = manager.get("/api/v1/exports/contracts.csv").text();
        assertThat(all).startsWith("\uFEFF").contains("'=HYPERLINK").doesNotContain("宁波的客户");
        assertThat(house.client("service_manager.ningbo").get("/api/v1/exports/contracts.csv").expect(200).text()).contains("宁波的客户");
        TestClient.Answer workbook = manager.get("/api/v1/exports/contracts.xlsx").expect(200);
        assertThat(workbook.header("content-type")).contains("spreadsheetml");
        assertThat(workbook.header("content-disposition")).contains("contracts-").contains(".xlsx");
        assertThat(new String(workbook.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void filtersAreThoseOfTheListAndAWrongOneIsAnOrdinaryAnswer() throws Exception {
        register("hangzhou", "甲", 2);
        TestClient manager = house.client("service_manager.hangzhou");
        assertThat(csv(manager.get("/api/v1/exports/contracts.csv?status=SUSPENDED").expect(200))).hasSize(1);
        assertThat(manager.get("/api/v1/exports/contracts.csv?status=NONSENSE").status()).isEqualTo(400);
        assertThat(manager.get("/api/v1/exports/no-such-list.csv").expect(404).code()).isEqualTo("integration.list-unknown");
        assertThat(manager.get("/api/v1/exports/session.csv").expect(404).code()).isEqualTo("integration.list-unknown");
        manager.get("/api/v1/exports/contracts.exe").expect(404);
    }

    @Test
    void whoeverMayNotReadTheListMayNotExportItAndEveryExportIsWrittenDown() {
        house.client("engineer.hangzhou").get("/api/v1/exports/contracts.csv").expect(403);
        // May export, may not read users.
        assertThat(house.client("sales.hangzhou").get("/api/v1/exports/users.csv").status()).isEqualTo(403);
        house.client("sales.hangzhou").get("/api/v1/exports/contracts.csv?status=ACTIVE").expect(200);
        var written = house.asTheHouse(() -> database.fetch("select actor_name, payload ->> 'list', payload ->> 'filter' from platform.journal"
                + " where type = 'ListExported' order by position desc limit 1"));
        assertThat(written.getFirst().get(1)).isEqualTo("contracts");
        assertThat(written.getFirst().get(2)).isEqualTo("status=ACTIVE");
        assertThat(String.valueOf(written.getFirst().get(0))).contains("hangzhou");
    }

    private void register(String unit, String name, int contractCount) {
        house.asTheHouse(() -> {
            AccountId account = customers.registerAccount(new CustomerApi.NewAccount(name, "", "ORDINARY", "en", "", unit, Optional.empty()));
            for (int i = 0; i < contractCount; i++) {
                contracts.registerContract(new EntitlementApi.NewContract(account, Optional.empty(), name,
                        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "",
                        List.of(new EntitlementApi.NewLine("5x9", "ACCOUNT", Optional.empty(), Optional.empty(), Optional.empty()))));
            }
            return true;
        });
    }

    private static List<CSVRecord> csv(TestClient.Answer answer) throws Exception {
        assertThat(answer.header("content-type")).startsWith("text/csv");
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(answer.text().substring(1)))) {
            return parser.getRecords();
        }
    }
}
