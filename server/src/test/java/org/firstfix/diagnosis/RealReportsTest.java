package org.firstfix.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseScene;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.usecase.Learner;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The ten real reports of the field, each predicted from the nine others and the maker's table, through the product itself. */
@ServerTest
class RealReportsTest {
    private static final Path REPORTS = Path.of("../../shared/domain/fault-cases.csv");
    private static final Map<String, List<String>> CAUSES = Map.of("RAID卡故障", List.of("raid.card"), "硬盘物理损坏", List.of("disk.damaged"),
            "内存报废", List.of("memory.damaged"), "内存损坏", List.of("memory.damaged"), "主板故障", List.of("board.mainboard"),
            "插槽松动", List.of("connection.slot"), "主板、内存皆损坏", List.of("board.mainboard", "memory.damaged"), "PCI板故障", List.of("board.pci"),
            "硬盘逻辑掉线", List.of("disk.offline"));

    /** What an agent chooses in the tree of symptoms when hearing these words. */
    private static final Map<String, String> SYMPTOMS = Map.of("4个HDD黄灯常亮", "storage.disk-amber", "硬盘在X3400的ctrl+a无法识别到", "storage.disk-not-detected",
            "机器开机加电无显示", "power.no-display", "开机无显", "power.no-display", "RAID卡自检不过", "storage.raid-self-test",
            "报DIMM1错，光通路MEM黄灯亮", "memory.error", "开机即蓝屏", "system.blue-screen", "BOARD报错", "board.error", "硬盘黄灯常亮", "storage.disk-amber");

    private final TestHouse house;
    private final CaseScene scene;
    private final CaseApi cases;
    private final AssetApi assets;
    private final DiagnosisApi diagnoses;
    private final Learner learner;
    private final DSLContext database;

    @Autowired
    RealReportsTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, CaseApi cases, DiagnosisApi diagnoses, Learner learner,
            DSLContext database) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.cases = cases;
        this.assets = assets;
        this.diagnoses = diagnoses;
        this.learner = learner;
        this.database = database;
    }

    private record Report(Instant at, String symptom, String model, List<String> causes) {}

    @Test
    void eachReportIsPredictedSensiblyFromTheOthersAndTheMakersTable() throws IOException {
        Assumptions.assumeTrue(Files.exists(REPORTS), "the shared folder with the ten reports is not beside the project");
        List<Report> reports = read();
        Customer customer = scene.covered();
        int amongThree = 0;
        for (Report asked : reports) {
            tell(customer, reports.stream().filter(one -> one != asked).toList());
            learner.forget();
            learner.catchUp();
            String family = house.asTheHouse(() -> assets.findModel(asked.model()).map(AssetApi.Model::family).orElse(""));
            JsonNode said = house.client("technical_support.hangzhou").get("/api/v1/predictions?words="
                    + URLEncoder.encode(asked.symptom(), StandardCharsets.UTF_8) + "&family=" + family + "&symptom=" + SYMPTOMS.get(asked.symptom())).expect(200).json();
            List<String> first = new ArrayList<>();
            StringBuilder line = new StringBuilder(asked.symptom() + " [" + asked.causes() + "] ");
            for (JsonNode cause : said.path("causes")) {
                first.add(cause.path("code").asString());
                line.append("%s %.0f %%, ".formatted(cause.path("nameZh").asString(), 100 * cause.path("probability").asDouble()));
            }
            line.append("unseen %.0f %%; carry %s promise %.0f %%".formatted(100 * said.path("unknownProbability").asDouble(),
                    said.path("choices").get(0).path("kinds"), 100 * said.path("choices").get(0).path("promise").asDouble()));
            System.out.println(line);
            assertThat(said.path("causes").get(0).path("probability").asDouble()).as("ten cases deserve no certainty").isLessThan(0.9);
            amongThree += first.stream().limit(3).anyMatch(asked.causes()::contains) ? 1 : 0;
            forgetAll();
        }
        System.out.println("true cause among the first three: " + amongThree + " of " + reports.size());
        assertThat(amongThree).isGreaterThanOrEqualTo(7);
    }

    private void forgetAll() {
        house.asTheHouse(() -> {
            database.execute("delete from diagnosis.model_score");
            database.execute("delete from diagnosis.ticket");
            return true;
        });
    }

    private void tell(Customer customer, List<Report> reports) {
        house.asTheHouse(() -> {
            for (Report report : reports) {
                CaseId id = cases.recordPastCase(new CaseApi.PastCase(report.symptom(), "", Optional.of(SYMPTOMS.get(report.symptom())), customer.accountId(), customer.siteId(),
                        Optional.empty(), assets.findModel(report.model()).map(AssetApi.Model::code), report.at(), report.at().plusSeconds(86_400), "修复"));
                diagnoses.learnPastCase(id, report.causes(), report.at().plusSeconds(86_400));
            }
            return true;
        });
    }

    private static List<Report> read() throws IOException {
        List<Report> reports = new ArrayList<>();
        for (String line : Files.readAllLines(REPORTS).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            reports.add(new Report(LocalDate.parse(cells[0]).atStartOfDay().toInstant(ZoneOffset.UTC), cells[1], cells[3], CAUSES.get(cells[5])));
        }
        return reports;
    }
}
