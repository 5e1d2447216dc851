package org.firstfix.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Real files through the real server: dry run, findings, run, run again. */
@ServerTest
class ImportTest {
    @Autowired
    TestHouse house;

    @Autowired
    CustomerApi customers;

    @Autowired
    DSLContext database;

    @Test
    void theTenRealReportsGoInAsPastCasesAndCountAsKnowledge() throws Exception {
        byte[] file = getClass().getResourceAsStream("/import/fault-cases.csv").readAllBytes();
        Map<String, Long> before = rowCounts();
        JsonNode checked = open("PAST_CASES", "fault-cases.csv", file);
        assertThat(checked.path("status").asString()).isEqualTo("CHECKED");
        assertThat(checked.path("rowsTotal").asInt()).isEqualTo(10);
        assertThat(checked.path("rowsGood").asInt()).isEqualTo(10);
        assertThat(checked.path("rowsBad").asInt()).isZero();
        assertThat(checked.path("missing").isEmpty()).isTrue();
        List<JsonNode> findings = findings(checked);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.path("severity").asString()).isEqualTo("WARNING"));
        assertThat(findings.stream().filter(finding -> finding.path("code").asString().equals("integration.causes-taken-as"))
                .map(finding -> finding.path("row").asInt() + " " + finding.path("message").asString()))
                .containsExactly("4 “内存报废” is taken as “内存损坏 / Memory damaged”.",
                        "9 “主板、内存皆损坏” is taken as 2 causes: 主板故障 / Mainboard fault; 内存损坏 / Memory damaged.");
        assertThat(findings.stream().filter(finding -> finding.path("code").asString().equals("integration.symptom-taken-as"))
                .map(finding -> finding.path("row").asInt())).containsExactly(2, 3, 8);
        assertThat(rowCounts()).as("the dry run changes nothing").isEqualTo(before);

        JsonNode done = run(checked);
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("rowsGood").asInt()).isEqualTo(10);
        assertThat(number("select count(*) from cases.service_case where channel = 'IMPORT' and status = 'CLOSED'")).isEqualTo(10);
        assertThat(number("select count(*) from customer.account where name in ('中国电子口岸数据中心', '浙江农信', '日本三井住友银行')")).isEqualTo(3);
        assertThat(number("select count(*) from asset.product_model where code in ('7979Q7C', '888798X', '6623ISN', '8840CFG', '7979R01',"
                + " '7974Q3F', '7979A11', '867512D', '7979F3A', '867071X')")).isEqualTo(10);
        assertThat(number("select coalesce(sum(cases), 0) from diagnosis.cause_count")).isEqualTo(11);
        assertThat(number("select cases from diagnosis.cause_count where symptom_code = 'power.no-display' and cause_code = 'board.mainboard'"
                + " order by cases desc limit 1")).isPositive();
        assertThat(number("select count(*) from notification.outgoing_mail")).isZero();

        Map<String, Long> after = rowCounts();
        JsonNode again = run(open("PAST_CASES", "the same again.csv", new String(file, StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"))));
        assertThat(again.path("encoding").asString()).isEqualTo("GB18030");
        assertThat(again.path("rowsExisting").asInt()).isEqualTo(10);
        assertThat(again.path("rowsGood").asInt()).isZero();
        JsonNode sameRun = run(done);
        assertThat(sameRun.path("rowsExisting").asInt()).isEqualTo(10);
        assertThat(rowCounts()).as("running again brings nothing twice").isEqualTo(after);
    }

    @Test
    void aNewHouseTakesInItsCustomersSitesMachinesAndContractsInThatOrder() {
        run(open("ACCOUNTS", "accounts.csv", """
                客户名称,简称,客户等级,语言,行业,上级客户
                东方集团,东方,VIP,中文,制造,
                东方集团杭州分公司,东方杭州,重要,zh-CN,制造,东方集团
                Nordwind Ltd,Nordwind,ordinary,English,Trade,
                """.getBytes(StandardCharsets.UTF_8)));
        AccountSummary branch = house.asTheHouse(() -> customers.findAccountByName("东方集团杭州分公司").orElseThrow());
        assertThat(branch.tier()).isEqualTo("IMPORTANT");
        assertThat(house.asTheHouse(() -> customers.parentsOf(branch.id()))).hasSize(1);
        assertThat(run(open("SITES", "sites.csv", """
                customer,site name,address,city,lat,lon
                东方集团杭州分公司,一号机房,文三路 1 号,杭州,30.27,120.13
                %s,二号机房,文三路 2 号,杭州,,
                """.formatted(branch.number()).getBytes(StandardCharsets.UTF_8))).path("rowsGood").asInt()).isEqualTo(2);
        house.asTheHouse(() -> database.execute("insert into asset.product_model (code, family, name_zh, name_en, category)"
                + " values ('X-1', 'X', '甲', 'A', 'SERVER') on conflict do nothing"));
        JsonNode machines = run(open("ASSETS", "machines.xlsx", workbook(List.of(
                List.of("序列号", "型号", "客户", "地点", "重要性", "保修截止"),
                List.of("SN-900001", "X-1", "东方集团杭州分公司", "一号机房", "关键", "2030-12-31"),
                List.of("SN-900002", "X-1", "东方集团杭州分公司", "二号机房", "", "2030/12/31"),
                List.of("SN-900003", "X-404", "东方集团杭州分公司", "二号机房", "", ""),
                List.of("SN-900004", "X-1", "没有的客户", "二号机房", "", "0000-01-01"),
                List.of("SN-900001", "X-1", "东方集团杭州分公司", "一号机房", "", "")))));
        assertThat(machines.path("encoding").asString()).isEqualTo("XLSX");
        assertThat(List.of(machines.path("rowsGood").asInt(), machines.path("rowsBad").asInt(), machines.path("rowsExisting").asInt()))
                .containsExactly(2, 2, 1);
        assertThat(findings(machines).stream().map(finding -> finding.path("row").asInt() + " " + finding.path("column").asString() + " "
                + finding.path("code").asString())).containsExactlyInAnyOrder("4 型号 integration.model-unknown",
                "5 客户 integration.account-unknown", "5 保修截止 integration.date-out-of-range", "6  integration.row-repeated");
        JsonNode contracts = run(open("CONTRACTS", "contracts.csv", """
                number,customer,start,end,coverage,serial,site
                HT-2026-001,东方集团杭州分公司,2026-01-01,2026-12-31,7x24x4,SN-900001,
                HT-2026-001,东方集团杭州分公司,2026-01-01,2026-12-31,5x9,,二号机房
                HT-2026-002,东方集团杭州分公司,2026-01-01,2025-12-31,5x9,,
                HT-2026-003,东方集团杭州分公司,2026-01-01,2026-12-31,9x99,,
                """.getBytes(StandardCharsets.UTF_8)));
        assertThat(List.of(contracts.path("rowsGood").asInt(), contracts.path("rowsBad").asInt())).containsExactly(2, 2);
        assertThat(number("select count(*) from contract.contract_line l join contract.contract c on c.id = l.contract_id"
                + " where c.number = 'HT-2026-001'")).isEqualTo(2);
    }

    @Test
    void whatIsKnownIsCorrectedWhereTheFileSaysOtherwiseAndTheDryRunTellsWhichFields() {
        run(open("ACCOUNTS", "accounts.csv", "name,tier,industry\nKnown Ltd,SMALL,Trade\nSame Ltd,VIP,\n".getBytes(StandardCharsets.UTF_8)));
        run(open("SITES", "sites.csv", "customer,site name,address,city\nKnown Ltd,Hall 1,Road 1,Hangzhou\nKnown Ltd,Hall 2,Road 2,Hangzhou\n".getBytes()));
        house.asTheHouse(() -> database.execute("insert into asset.product_model (code, family, name_zh, name_en, category)"
                + " values ('X-1', 'X', '甲', 'A', 'SERVER') on conflict do nothing"));
        run(open("ASSETS", "machines.csv", "serial,model,customer,site,firmware\nSN-777001,X-1,Known Ltd,Hall 1,1.0\n".getBytes()));
        run(open("CONTRACTS", "contracts.csv", "number,customer,title,start,end,coverage\nHT-777,Known Ltd,Care,2026-01-01,2026-12-31,5x9\n".getBytes()));

        // Customers: one field differs, an empty cell says nothing, one is new, one is the same.
        JsonNode checked = open("ACCOUNTS", "again.csv", "name,tier,industry\nKnown Ltd,VIP,\nSame Ltd,VIP,\nNew Ltd,SMALL,\n".getBytes());
        assertThat(List.of(checked.path("rowsGood").asInt(), checked.path("rowsChanged").asInt(), checked.path("rowsExisting").asInt(),
                checked.path("rowsBad").asInt())).containsExactly(1, 1, 1, 0);
        assertThat(outcomes(checked)).containsExactly("2 CHANGED Changes Tier: SMALL → VIP", "3 SAME As it is already", "4 NEW New");
        assertThat(findings(checked)).as("nothing to worry about").isEmpty();
        assertThat(house.asTheHouse(() -> customers.findAccountByName("Known Ltd")).orElseThrow().tier()).as("dry").isEqualTo("SMALL");
        JsonNode done = run(checked);
        assertThat(done.path("rowsChanged").asInt()).isOne();
        assertThat(house.asTheHouse(() -> customers.findAccountByName("Known Ltd")).orElseThrow().tier()).isEqualTo("VIP");
        assertThat(number("select count(*) from customer.account where name = 'Known Ltd' and industry = 'Trade'")).isOne();
        assertThat(number("select count(*) from platform.journal where type = 'AccountChanged' and payload ->> 'name' = 'Known Ltd'")).isOne();
        assertThat(run(done).path("rowsExisting").asInt()).as("the second time all is as it should be").isEqualTo(3);

        assertThat(outcomes(run(open("SITES", "s2.csv", "customer,site name,address\nKnown Ltd,Hall 1,Road 9\nKnown Ltd,Hall 2,Road 2\n".getBytes()))))
                .containsExactly("2 CHANGED Changes Address: Road 1 → Road 9", "3 SAME As it is already");
        assertThat(number("select count(*) from customer.site where name = 'Hall 1' and address = 'Road 9' and city = 'Hangzhou'")).isOne();

        // A machine that stands elsewhere in the file is moved, with a line in its history.
        List<String> machines = outcomes(run(open("ASSETS", "m2.csv", "serial,model,customer,site,firmware\nsn-777001,X-1,Known Ltd,Hall 2,2.0\n".getBytes())));
        assertThat(machines).hasSize(1);
        assertThat(machines.getFirst()).startsWith("2 CHANGED Changes Site: ").contains("1.0 → 2.0");
        assertThat(number("select count(*) from asset.asset a join customer.site s on s.id = a.site_id"
                + " where a.serial = 'SN-777001' and a.firmware = '2.0' and s.name = 'Hall 2'")).isOne();

        assertThat(outcomes(run(open("CONTRACTS", "c2.csv", "number,customer,title,start,end,coverage\nHT-777,Known Ltd,Care,2026-01-01,2027-12-31,5x9\n"
                .getBytes())))).hasSize(1).first().asString().startsWith("2 CHANGED").contains("2026-12-31 → 2027-12-31");
        assertThat(number("select count(*) from contract.contract where number = 'HT-777' and ends_on = '2027-12-31'")).isOne();
        assertThat(number("select count(*) from contract.contract_line l join contract.contract c on c.id = l.contract_id where c.number = 'HT-777'")).isOne();
    }

    private List<String> outcomes(JsonNode run) {
        return administrator().get("/api/v1/imports/" + run.path("id").asString() + "/findings?limit=500&severity=NEW&severity=CHANGED&severity=SAME")
                .expect(200).json().path("items").valueStream().map(row -> row.path("row").asInt() + " " + row.path("severity").asString()
                        + " " + row.path("message").asString()).toList();
    }

    @Test
    void columnsAreCorrectedByHand() {
        JsonNode opened = open("ACCOUNTS", "odd.csv", "Firma,Stufe\nHansa,VIP\n".getBytes(StandardCharsets.UTF_8));
        assertThat(opened.path("missing").get(0).path("key").asString()).isEqualTo("name");
        assertThat(opened.path("actions").valueStream().map(JsonNode::asString)).containsExactly("read-columns-as");
        assertThat(opened.path("columns").get(0).path("samples").get(0).asString()).isEqualTo("Hansa");
        String path = "/api/v1/imports/" + opened.path("id").asString();
        administrator().post(path + "/run", Map.of()).expect(409);
        Map<String, Object> columns = Map.of("columns", List.of(Map.of("index", 0, "field", "name"), Map.of("index", 1, "field", "tier")));
        administrator().put(path + "/columns", columns).expect(428);
        administrator().put(path + "/columns", columns, 999).expect(412);
        administrator().put(path + "/columns", Map.of("columns", List.of(Map.of("index", 0, "field", "nonsense"))),
                opened.path("version").asInt()).expect(400);
        administrator().put(path + "/columns", columns, opened.path("version").asInt()).expect(200);
        JsonNode checked = settled(opened);
        assertThat(checked.path("rowsGood").asInt()).isOne();
        run(checked);
        assertThat(house.asTheHouse(() -> customers.findAccountByName("Hansa")).orElseThrow().tier()).isEqualTo("VIP");
    }

    @Test
    void whatIsNoTableIsRefusedAtTheDoor() {
        assertThat(upload("ACCOUNTS", "a.pdf", "%PDF-1.4".getBytes()).expect(415).code()).isEqualTo("platform.file-kind-refused");
        assertThat(upload("ACCOUNTS", "a.csv", "name,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)).expect(400).code())
                .isEqualTo("integration.encoding-unreadable");
        assertThat(upload("ACCOUNTS", "a.xlsx", new byte[] {'P', 'K', 3, 4, 1}).expect(400).code()).isEqualTo("integration.no-workbook");
        upload("NOTHING", "a.csv", "name\n".getBytes()).expect(400);
        house.client("agent.hangzhou").upload("/api/v1/imports?kind=ACCOUNTS", "a.csv", "name\n".getBytes()).expect(403);
    }

    @Test
    void nobodyImportsIntoAnotherBranch() {
        assertThat(administrator().upload("/api/v1/imports?kind=ACCOUNTS&orgUnit=ningbo", "a.csv", "name\nX\n".getBytes()).expect(400).code())
                .isEqualTo("integration.unit-unknown");
        JsonNode checked = open("ACCOUNTS", "a.csv", "name,org unit\nElsewhere,ningbo\n".getBytes());
        assertThat(checked.path("rowsBad").asInt()).isOne();
        String path = "/api/v1/imports/" + checked.path("id").asString();
        house.client("administrator.ningbo").get(path).expect(404);
        house.client("administrator.ningbo").get(path + "/findings").expect(404);
    }

    private TestClient administrator() {
        return house.client("administrator.hangzhou");
    }

    private TestClient.Answer upload(String kind, String name, byte[] content) {
        return administrator().upload("/api/v1/imports?kind=" + kind, name, content);
    }

    private JsonNode open(String kind, String name, byte[] content) {
        return settled(upload(kind, name, content).expect(201).json());
    }

    private JsonNode run(JsonNode checked) {
        administrator().post("/api/v1/imports/" + checked.path("id").asString() + "/run", Map.of()).expect(202);
        JsonNode done = settled(checked);
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("DONE");
        return done;
    }

    /** Waits for the job, which really runs. */
    private JsonNode settled(JsonNode started) {
        for (int i = 0; i < 300; i++) {
            JsonNode now = administrator().get("/api/v1/imports/" + started.path("id").asString()).expect(200).json();
            if (!List.of("CHECKING", "RUNNING").contains(now.path("status").asString())) {
                return now;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("The import does not come to an end.");
    }

    private List<JsonNode> findings(JsonNode run) {
        return administrator().get("/api/v1/imports/" + run.path("id").asString() + "/findings?limit=500").expect(200).json()
                .path("items").valueStream().toList();
    }

    private long number(String sql) {
        return house.asTheHouse(() -> ((Number) database.fetchValue(sql)).longValue());
    }

    /** Every table that a business rule owns, with its number of rows. */
    /** Without the scores that the learner gives itself, whenever it comes to it. */
    private Map<String, Long> rowCounts() {
        return house.asTheHouse(() -> {
            Map<String, Long> counts = new TreeMap<>();
            database.fetch("select schemaname || '.' || tablename from pg_tables where schemaname in ('customer', 'asset', 'contract',"
                    + " 'sla', 'cases', 'diagnosis', 'workorder', 'dispatch', 'notification') and tablename <> 'model_score'").forEach(table ->
                    counts.put(table.get(0, String.class), ((Number) database.fetchValue("select count(*) from " + table.get(0))).longValue()));
            return counts;
        });
    }

    private static byte[] workbook(List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
