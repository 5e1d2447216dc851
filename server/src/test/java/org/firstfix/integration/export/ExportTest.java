package org.firstfix.integration.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

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

    @Autowired
    Texts texts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

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
    void everyListOfTheConsoleLeavesTheHouse() {
        TestClient manager = house.client("service_manager.hangzhou");
        for (String list : List.of("cases", "customers", "sites", "contacts", "promises", "assets", "contracts", "work-orders", "work-orders.unassigned",
                "at-risk", "milestones", "standard-clocks", "trees.symptoms", "trees.causes", "trees.remedies", "trees.fault-lines", "trees.checks", "reminders",
                "engineers", "calls", "models", "parts", "diagnoses", "repeat-faults", "weak-points.lines", "imports", "inbox", "mails",
                "travel-legs", "overrulings", "policy-trials", "exam-lessons", "exam-questions", "exam-answers", "exam-appeals")) {
            assertThat(manager.get("/api/v1/exports/" + list + ".csv").status()).as(list).isEqualTo(200);
            assertThat(manager.get("/api/v1/exports/" + list + ".xlsx").status()).as(list).isEqualTo(200);
        }
        String users = house.client("administrator.hangzhou").get("/api/v1/exports/users.csv").expect(200).text();
        assertThat(users).as("roles in one cell, each with its place").contains("AGENT hangzhou");
        assertThat(manager.get("/api/v1/exports/work-orders.nonsense.csv").status()).isEqualTo(404);
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

    @Test
    void whatWasExportedComesBackAsKnown() throws Exception {
        register("hangzhou", "杭州往返公司", 0);
        register("hangzhou", "=1+1 GmbH", 0);
        TestClient administrator = house.client("administrator.hangzhou");
        for (String format : List.of("csv", "xlsx")) {
            byte[] file = administrator.get("/api/v1/exports/customers." + format).expect(200).bytes();
            JsonNode opened = administrator.upload("/api/v1/imports?kind=ACCOUNTS", "customers." + format, file).expect(201).json();
            for (int i = 0; i < 300 && opened.path("status").asString().equals("CHECKING"); i++) {
                Thread.sleep(100);
                opened = administrator.get("/api/v1/imports/" + opened.path("id").asString()).expect(200).json();
            }
            assertThat(opened.path("rowsTotal").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(opened.path("rowsExisting").asInt()).isEqualTo(opened.path("rowsTotal").asInt());
            assertThat(opened.path("findings").asInt()).isZero();
        }
    }

    /** A column that is called as in the code is a column nobody named. */
    @Test
    void everyColumnOfEveryListHasANameInBothLanguages() {
        Set<String> nameless = new TreeSet<>();
        mapping.getHandlerMethods().forEach((where, endpoint) -> where.getPatternValues().stream()
                .filter(path -> path.matches("/api/v1/[a-z-]+(/[a-z-]+)?")).forEach(path -> ListColumns.rowOf(
                        endpoint.getReturnType().getGenericParameterType()).map(ListColumns::of).orElse(List.of()).forEach(column -> {
                            for (Language language : Language.values()) {
                                String whole = "integration.field." + String.join("-", column.path());
                                if (!texts.knows(language, whole) && column.path().stream()
                                        .anyMatch(name -> !texts.knows(language, "integration.field." + name))) {
                                    nameless.add(path + " " + column.path());
                                }
                            }
                        })));
        assertThat(nameless).isEmpty();
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
