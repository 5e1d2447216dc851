package org.firstfix.workorder.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.text.Texts;
import org.firstfix.workorder.domain.ReportDocument;
import org.firstfix.workorder.domain.Signature;
import org.junit.jupiter.api.Test;

class ServiceReportPdfTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final ServiceReportPdf paper = new ServiceReportPdf(new Texts(), new HouseFont());

    @Test
    void aChineseReportReadsAsChinese() throws IOException {
        byte[] pdf = paper.print(chinese("更换主板后加电自检通过。"), signature("李建国"), SHANGHAI);
        keepForTheEye("service-report-zh.pdf", pdf);

        String text = textOf(pdf);

        assertThat(text).contains("服务单", "W-2026-001234", "钱塘银行股份有限公司", "更换主板后加电自检通过。", "主板故障", "李建国",
                "2026-03-05 15:42 (Asia/Shanghai)", "第 1 页，共 1 页", "28.5 °C");
    }

    @Test
    void anEnglishReportReadsAsEnglish() throws IOException {
        byte[] pdf = paper.print(english(), signature("Jane Miller"), SHANGHAI);
        keepForTheEye("service-report-en.pdf", pdf);

        assertThat(textOf(pdf)).contains("Service report", "What was done", "Mainboard replaced", "Jane Miller", "page 1 of 1");
        assertThat(textOf(pdf)).contains("did not count for the contract", "customer not ready: 210 minutes of service time", "backup not finished");
    }

    @Test
    void everyFontIsEmbeddedAndCutDownToWhatIsUsed() throws IOException {
        byte[] pdf = paper.print(chinese("更换主板。"), signature("李建国"), SHANGHAI);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            }
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        ReportDocument report = chinese("更换主板。");
        Signature signature = signature("李建国");

        assertThat(paper.print(report, signature, SHANGHAI)).isEqualTo(new ServiceReportPdf(new Texts(), new HouseFont()).print(report, signature, SHANGHAI));
    }

    @Test
    void aLongReportTakesSeveralPagesAndLosesNothing() throws IOException {
        StringBuilder actions = new StringBuilder();
        for (int i = 1; i <= 120; i++) {
            actions.append("第").append(i).append("步：检查背板连接、重新插拔电缆并记录控制器日志，确认告警状态后继续下一步操作。\n");
        }
        byte[] pdf = paper.print(chinese(actions.toString()), signature("李建国"), SHANGHAI);
        keepForTheEye("service-report-long.pdf", pdf);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
        assertThat(textOf(pdf)).contains("第1步", "第60步", "第120步", "客户签署");
    }

    @Test
    void whoCannotDrawTypesTheName() throws IOException {
        Signature typed = Signature.of("欧阳 Jane", new Signature.Strokes(List.of()), new FileId(new UUID(0, 1)), "ab", Map.of("a", "b"),
                Instant.parse("2026-03-05T07:42:00Z"));
        byte[] pdf = paper.print(chinese("更换主板。"), typed, SHANGHAI);
        keepForTheEye("service-report-typed.pdf", pdf);
        byte[] png = new SignaturePicture(new HouseFont()).png(typed.strokes(), typed.name());
        Files.write(Path.of("target", "paper", "typed.png"), png);

        assertThat(textOf(pdf)).contains("键入的姓名");
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        int ink = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                ink += (picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        assertThat(ink).isBetween(1_000, 40_000);
    }

    @Test
    void whatTheFontCannotDrawIsShownAsABoxAndBreaksNothing() throws IOException {
        String text = textOf(paper.print(chinese("完成 \uD83D\uDE00 \u0007 好"), signature("李\uD83D\uDE00"), SHANGHAI));

        assertThat(text).contains("完成 □ □ 好");
    }

    private static ReportDocument chinese(String actions) {
        return new ReportDocument(ReportDocument.FORM, "zh-CN", "迅修服务 · 杭州分公司", "W-2026-001234", "C-2026-001001", 1, "故障维修",
                "加电后无显示，前面板告警灯常亮",
                new ReportDocument.Customer("K-10023", "钱塘银行股份有限公司", "滨江数据中心 B2", "杭州市滨江区江南大道 588 号恒鑫大厦主楼地下二层机房", "李建国"),
                new ReportDocument.Machine("SN7F2A901122", "曙光 I620-G30 机架服务器", "B2-14 柜 U22"), "王伟", "2026-03-05 14:10 (Asia/Shanghai)",
                List.of(new ReportDocument.Check("已与客户确认故障现象", "正常", false, ""),
                        new ReportDocument.Check("已确认数据备份或客户同意操作", "正常", false, ""),
                        new ReportDocument.Check("机房温度", "28.5 °C", false, ""),
                        new ReportDocument.Check("修复后自检通过", "正常", false, ""),
                        new ReportDocument.Check("告警已清除", "异常", true, "电池告警仍在，UPS 建议尽快巡检")),
                "加电后风扇转、无显示，诊断卡停在 C1。更换内存无效，最小系统仍无显示，判断为主板故障。", actions, List.of("主板故障"),
                List.of(new ReportDocument.Part("已更换", "PN-MB-6230", "I620 主板（含 BMC 模块）", 1, "MB2219004"),
                        new ReportDocument.Part("旧件带回", "PN-MB-6230", "I620 主板（含 BMC 模块）", 1, "MB1907731"),
                        new ReportDocument.Part("未使用退回", "PN-MEM-16", "16 GB DDR4 内存", 1, "")),
                "机房湿度偏低，建议加湿；UPS 电池已使用五年，建议本季度更换。", List.of(), "REPAIRED", "已修复", "",
                List.of(new ReportDocument.Photo("维修前", "0d".repeat(32)), new ReportDocument.Photo("维修后", "a4".repeat(32))));
    }

    private static ReportDocument english() {
        return new ReportDocument(ReportDocument.FORM, "en", "Swiftfix Service · Hangzhou branch", "W-2026-001235", "C-2026-001002", 2,
                "Repair", "No display at power-on", new ReportDocument.Customer("K-10044", "Harbour Logistics Ltd.",
                        "Main warehouse", "Ningbo 12 Port Road", "Jane Miller"),
                new ReportDocument.Machine("SN-990-11", "Rack server R620", "Rack 3"), "Wang Wei", "2026-03-05 14:10 (Asia/Shanghai)",
                List.of(new ReportDocument.Check("Self-test passes after the repair", "OK", false, "")),
                "Fans spin, no display, diagnostic card stops at C1.", "Mainboard replaced, firmware updated to the release of the old board.",
                List.of("Mainboard fault"), List.of(new ReportDocument.Part("Built in", "PN-MB-6230", "Mainboard R620", 1, "MB22")),
                "", List.of(new ReportDocument.Pause("customer not ready", "2026-03-05 10:00 (Asia/Shanghai)", "2026-03-05 13:30 (Asia/Shanghai)",
                        "210 minutes of service time", "Jane Miller called: backup not finished")), "REPAIRED", "Repaired", "", List.of());
    }

    private static Signature signature(String name) {
        List<List<Integer>> lines = new ArrayList<>();
        List<Integer> wave = new ArrayList<>();
        for (int x = 60; x < 520; x += 4) {
            wave.add(x);
            wave.add((int) (100 + 55 * Math.sin(x / 31.0) * Math.cos(x / 90.0)));
        }
        lines.add(wave);
        return Signature.of(name, new Signature.Strokes(lines), new FileId(new UUID(0, 1)), "ab".repeat(32), Map.of("number", "W"),
                Instant.parse("2026-03-05T07:42:00Z"));
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void keepForTheEye(String name, byte[] pdf) throws IOException {
        Path folder = Path.of("target", "paper");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), pdf);
    }
}
