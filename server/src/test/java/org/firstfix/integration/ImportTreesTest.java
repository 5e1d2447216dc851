package org.firstfix.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Symptoms, causes, remedies and the maker's table as files: out, in, and in again. */
@ServerTest
class ImportTreesTest {
    private static final Map<String, String> LISTS = Map.of("SYMPTOMS", "trees.symptoms", "CAUSES", "trees.causes", "REMEDIES", "trees.remedies",
            "FAULT_LINES", "trees.fault-lines");

    @Autowired
    TestHouse house;

    @Autowired
    DSLContext database;

    @Test
    void whatGoesOutComesInAgainAndChangesNothing() {
        String before = everything();
        LISTS.forEach((kind, list) -> {
            for (String format : List.of("csv", "xlsx")) {
                byte[] file = administrator().get("/api/v1/exports/" + list + "." + format).expect(200).bytes();
                JsonNode checked = open(kind, list + "." + format, file);
                assertThat(checked.path("rowsTotal").asInt()).as(kind).isGreaterThan(20);
                assertThat(checked.path("rowsExisting").asInt()).as(kind + " " + findings(checked)).isEqualTo(checked.path("rowsTotal").asInt());
                assertThat(run(checked).path("rowsExisting").asInt()).as(kind).isEqualTo(checked.path("rowsTotal").asInt());
            }
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aTreeComesInWithItsGroupsFirstAndARowCorrectsWhatItNames() {
        byte[] causes = """
                代码,分组,名称（中文）,名称（英文）,备件种类,启用
                tape,,磁带机,Tape drive,,
                tape.head,tape,磁头脏污,Dirty head,"TAPE_DRIVE, CABLE",是
                tape.belt,tape,皮带断裂,,TAPE_DRIVE,是
                memory.damaged,,内存颗粒损坏,,,
                """.getBytes(StandardCharsets.UTF_8);
        JsonNode checked = open("CAUSES", "causes.csv", causes);
        assertThat(List.of(checked.path("rowsGood").asInt(), checked.path("rowsChanged").asInt(), checked.path("rowsBad").asInt())).containsExactly(3, 1, 0);
        assertThat(count("select count(*) from diagnosis.cause where code like 'tape%'")).as("the dry run changes nothing").isZero();
        run(checked);
        assertThat(count("select count(*) from diagnosis.cause where code = 'tape.head' and part_kinds = '{TAPE_DRIVE,CABLE}' and parent_code = 'tape'")).isOne();
        assertThat(count("select count(*) from diagnosis.cause where code = 'memory.damaged' and name_zh = '内存颗粒损坏' and name_en = 'Memory damaged'"
                + " and parent_code = 'memory' and part_kinds = '{MEMORY}'")).as("an empty cell leaves what is known").isOne();
        assertThat(count("select count(*) from diagnosis.tree_version where code = 'memory.damaged' and reason = 'Import'")).isOne();
        assertThat(run(open("REMEDIES", "remedies.csv", """
                code,nameEn,causes,minutes
                clean-head,Clean the head,"tape.head",15
                """.getBytes(StandardCharsets.UTF_8))).path("rowsGood").asInt()).isOne();
        assertThat(run(open("CAUSES", "again.csv", "code,partKinds\ntape.head,none\n".getBytes(StandardCharsets.UTF_8))).path("rowsChanged").asInt()).isOne();
        assertThat(count("select cardinality(part_kinds) from diagnosis.cause where code = 'tape.head'")).isZero();
    }

    @Test
    void eachBadRowSaysWhatIsWrongInWhichColumn() {
        assertThat(findings(open("CAUSES", "bad.csv", """
                code,parentCode,nameEn,partKinds
                Bad Code,disk,Bad,
                lost,nowhere,Lost,
                nameless,disk,,
                odd,disk,Odd,small parts
                disk,disk.damaged,Disk,
                """.getBytes(StandardCharsets.UTF_8)))).containsExactlyInAnyOrder("2 code platform.entry-code-unusable",
                "3 parentCode platform.tree-parent-unknown", "4  platform.entry-name-missing",
                "5 partKinds platform.entry-kind-unusable", "6 parentCode platform.tree-circle");
        assertThat(findings(open("FAULT_LINES", "bad.csv", """
                code,wordsEn,causeCode,symptomCode,weight,source
                a-1,Dark,power.supply,,60,Manual
                a-2,Dark,power,,1,Manual
                a-3,Dark,power.supply,power,1,Manual
                a-4,Dark,power.supply,,heavy,Manual
                a-5,Dark,power.supply,,1,
                a-6,Dark,,,1,Manual
                """.getBytes(StandardCharsets.UTF_8)))).contains("2 weight diagnosis.weight-out-of-range", "3 causeCode diagnosis.cause-unknown",
                "4 symptomCode diagnosis.symptom-unknown", "5 weight integration.number-unreadable", "6 source diagnosis.source-missing",
                "7 causeCode integration.value-missing");
        assertThat(count("select count(*) from diagnosis.fault_line where code like 'a-%'")).isZero();
    }

    private String everything() {
        return house.asTheHouse(() -> String.valueOf(database.fetch("select 'c', c::text from diagnosis.cause c union all"
                + " select 'r', r::text from diagnosis.remedy r union all select 'rc', rc::text from diagnosis.remedy_cause rc union all"
                + " select 'f', f::text from diagnosis.fault_line f union all select 's', s::text from cases.symptom s union all"
                + " select 'v', count(*)::text from diagnosis.tree_version union all select 'w', count(*)::text from cases.symptom_version"
                + " order by 1, 2").formatCSV()));
    }

    private TestClient administrator() {
        return house.client("administrator.hangzhou");
    }

    private JsonNode open(String kind, String name, byte[] content) {
        return settled(administrator().upload("/api/v1/imports?kind=" + kind, name, content).expect(201).json());
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

    private List<String> findings(JsonNode run) {
        return administrator().get("/api/v1/imports/" + run.path("id").asString() + "/findings?limit=500").expect(200).json().path("items")
                .valueStream().filter(finding -> finding.path("severity").asString().equals("ERROR"))
                .map(finding -> finding.path("row").asInt() + " " + finding.path("column").asString() + " " + finding.path("code").asString()).toList();
    }

    private long count(String sql) {
        return house.asTheHouse(() -> ((Number) database.fetchValue(sql)).longValue());
    }
}
