package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten real reports, each predicted from the other nine and the maker's table. Printed, because a technician has to look at it. */
class FaultCasesTest {

    /** Symptom, cause, pseudo-cases. Written from the domain's description: which causes a symptom usually has, and in which order. */
    private static final List<Ticket> MAKERS_TABLE = List.of(
            line("硬盘黄灯亮 disk amber light", "disk physically damaged", 3),
            line("硬盘黄灯亮 disk amber light", "disk logically offline", 1),
            line("硬盘黄灯亮 disk amber light", "RAID card fault", 1),
            line("硬盘无法识别 disk not detected", "disk physically damaged", 2),
            line("硬盘无法识别 disk not detected", "RAID card fault", 1),
            line("开机无显示 no display at power-on", "mainboard fault", 3),
            line("开机无显示 no display at power-on", "memory dead", 2),
            line("开机无显示 no display at power-on", "CPU board fault", 1),
            line("开机无显示 no display at power-on", "power supply fault", 1),
            line("开机无显示 no display at power-on", "loose slot", 1),
            line("RAID卡自检不过 RAID card fails self-test", "RAID card fault", 2),
            line("RAID卡自检不过 RAID card fails self-test", "loose slot", 1),
            line("DIMM报错 内存黄灯 DIMM error, MEM amber light", "memory damaged", 3),
            line("DIMM报错 内存黄灯 DIMM error, MEM amber light", "loose slot", 1),
            line("蓝屏 blue screen", "memory damaged", 1),
            line("蓝屏 blue screen", "mainboard fault", 1),
            line("BOARD报错 BOARD error", "PCI board fault", 1),
            line("BOARD报错 BOARD error", "mainboard fault", 1));

    private static Ticket line(String symptom, String cause, double pseudoCases) {
        return new Ticket("maker's table: " + symptom, Question.of(symptom), Repair.ofCause(cause), 0, pseudoCases);
    }

    @Test
    void eachReportFromTheOtherNineAndTheMakersTable() {
        List<Ticket> cases = SharedData.faultCases();
        int amongThree = 0;
        for (Ticket asked : cases) {
            List<Ticket> known = new ArrayList<>(MAKERS_TABLE);
            cases.stream().filter(other -> other != asked).forEach(known::add);
            Prediction prediction = DiagnosisModel.learn(known, Settings.usual()).predict(asked.question());
            System.out.printf("%s (was %s): %s; unknown %.0f %%%n", asked.question().reported(), asked.repair().cause().orElseThrow(),
                    prediction.causes().stream().limit(4).map(cause -> "%s %.0f %%".formatted(cause.name(), 100 * cause.probability())).collect(Collectors.joining(", ")),
                    100 * prediction.unknownCause());
            amongThree += prediction.causes().stream().limit(3).anyMatch(cause -> cause.name().equals(asked.repair().cause().orElseThrow())) ? 1 : 0;
            assertThat(prediction.causes().getFirst().probability()).as("nine cases and a table are no certainty: %s", asked.question()).isLessThan(.9);
            if (asked.question().reported().toLowerCase(Locale.ROOT).contains("no display")) {
                assertThat(prediction.causes().getFirst().name()).isEqualTo("mainboard fault");
            }
        }
        // One cause (mainboard and memory together) is written nowhere else, and four amber lights are a rare sign of a RAID card.
        assertThat(amongThree).isGreaterThanOrEqualTo(7);
    }
}
