package org.firstfix.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.firstfix.integration.domain.Catalogue.Entry;
import org.firstfix.integration.domain.Catalogue.Match;
import org.junit.jupiter.api.Test;

/** On the catalogues that every house begins with, read from the migrations. */
class CatalogueTest {
    private static final Path MIGRATIONS = Path.of("../schema/model/src/main/resources/db/migration");

    private final Catalogue symptoms = read("cases/V060__cases.sql", "cases.symptom");
    private final Catalogue causes = read("diagnosis/V070__diagnosis.sql", "diagnosis.cause");

    @Test
    void theTenRealReportsMeanWhatTheyMean() {
        assertThat(symptoms.find("4个HDD黄灯常亮", "four HDD amber lights steadily on")).contains(roughly("storage.disk-amber"));
        assertThat(symptoms.find("硬盘在X3400的ctrl+a无法识别到", "disk not detected in Ctrl+A on X3400"))
                .contains(roughly("storage.disk-not-detected"));
        assertThat(symptoms.find("机器开机加电无显示", "no display at power-on")).contains(exactly("power.no-display"));
        assertThat(symptoms.find("开机无显", "no display at power-on")).contains(exactly("power.no-display"));
        assertThat(symptoms.find("RAID卡自检不过", "RAID card fails self-test")).contains(exactly("storage.raid-self-test"));
        assertThat(symptoms.find("报DIMM1错，光通路MEM黄灯亮", "DIMM1 error; light-path MEM amber")).contains(roughly("memory.error"));
        assertThat(symptoms.find("开机即蓝屏", "blue screen at power-on")).contains(exactly("system.blue-screen"));
        assertThat(symptoms.find("BOARD报错", "BOARD error")).contains(exactly("board.error"));
        assertThat(symptoms.find("硬盘黄灯常亮", "disk amber light steadily on")).contains(exactly("storage.disk-amber"));

        assertThat(causes.findAll("RAID卡故障", "RAID card fault")).containsExactly(exactly("raid.card"));
        assertThat(causes.findAll("硬盘物理损坏", "disk physically damaged")).containsExactly(exactly("disk.damaged"));
        assertThat(causes.findAll("内存报废", "memory dead")).containsExactly(roughly("memory.damaged"));
        assertThat(causes.findAll("主板故障", "mainboard fault")).containsExactly(exactly("board.mainboard"));
        assertThat(causes.findAll("插槽松动", "loose slot")).containsExactly(exactly("connection.slot"));
        assertThat(causes.findAll("内存损坏", "memory damaged")).containsExactly(exactly("memory.damaged"));
        assertThat(causes.findAll("主板、内存皆损坏", "mainboard and memory both damaged"))
                .containsExactly(roughly("board.mainboard"), roughly("memory.damaged"));
        assertThat(causes.findAll("PCI板故障", "PCI board fault")).containsExactly(exactly("board.pci"));
        assertThat(causes.findAll("硬盘逻辑掉线", "disk logically offline")).containsExactly(exactly("disk.offline"));
    }

    @Test
    void eachLanguageAloneIsEnough() {
        assertThat(symptoms.find("机器开机加电无显示", "")).contains(roughly("power.no-display"));
        assertThat(symptoms.find("", "four HDD amber lights steadily on")).contains(roughly("storage.disk-amber"));
        assertThat(causes.findAll("", "mainboard and memory both damaged"))
                .containsExactly(roughly("board.mainboard"), roughly("memory.damaged"));
    }

    @Test
    void whatIsTooFarFromEverythingIsNotMatched() {
        assertThat(symptoms.find("客户要求退货", "customer wants his money back")).isEmpty();
        assertThat(symptoms.find("", "")).isEmpty();
        assertThat(causes.findAll("不明", "unknown")).isEmpty();
        assertThat(causes.findAll("", "")).isEmpty();
    }

    @Test
    void aGroupIsNoAnswer() {
        assertThat(causes.find("内存", "Memory")).contains(roughly("memory.damaged"));
        assertThat(causes.find("电源与其他", "")).isEmpty();
    }

    private static Match exactly(String code) {
        return new Match(code, true);
    }

    private static Match roughly(String code) {
        return new Match(code, false);
    }

    private static Catalogue read(String file, String table) {
        try {
            String sql = Files.readString(MIGRATIONS.resolve(file));
            String rows = sql.substring(sql.indexOf("insert into " + table + " "));
            rows = rows.substring(0, rows.indexOf(';'));
            List<Entry> entries = new ArrayList<>();
            Pattern.compile("\\('([^']+)', (null|'[^']+'), '([^']+)', '([^']+)'").matcher(rows).results().forEach(row ->
                    entries.add(new Entry(row.group(1), row.group(2).equals("null") ? Optional.empty()
                            : Optional.of(row.group(2).replace("'", "")), row.group(3), row.group(4))));
            assertThat(entries).hasSizeGreaterThan(15);
            return new Catalogue(entries);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
