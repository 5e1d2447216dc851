package org.firstfix.platform.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.firstfix.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class EntryRulesTest {
    @Test
    void aCodeIsSmallAndShort() {
        assertThat(faults(new EntryRules().code("disk.damaged-2"))).isEmpty();
        for (String code : List.of("", "Disk", ".disk", "disk damaged", "硬盘", "x".repeat(61))) {
            assertThat(faults(new EntryRules().code(code))).as(code).containsExactly("code platform.entry-code-unusable");
        }
    }

    @Test
    void oneLanguageIsEnoughNoneIsNot() {
        assertThat(faults(new EntryRules().inOneLanguageAtLeast("name", "硬盘", "", 10))).isEmpty();
        assertThat(faults(new EntryRules().inOneLanguageAtLeast("name", "", "Disk", 10))).isEmpty();
        assertThat(faults(new EntryRules().inOneLanguageAtLeast("name", " ", "", 10))).containsExactly("nameZh platform.entry-name-missing");
        assertThat(faults(new EntryRules().inOneLanguageAtLeast("name", "硬盘", "x".repeat(11), 10))).containsExactly("nameEn platform.entry-text-too-long");
        assertThat(EntryRules.nameOr("", "硬盘")).isEqualTo("硬盘");
        assertThat(EntryRules.nameOr("Disk", "硬盘")).isEqualTo("Disk");
    }

    @Test
    void eachIsNamedOnceAndNotTooManyAre() {
        assertThat(faults(new EntryRules().words("families", List.of("x3650", "x3650 M4")))).isEmpty();
        assertThat(faults(new EntryRules().words("families", List.of("x3650", "x3650")))).containsExactly("families platform.entry-twice");
        assertThat(faults(new EntryRules().words("families", List.of(" ")))).containsExactly("families platform.entry-word-unusable");
        assertThat(faults(new EntryRules().list("families", IntStream.range(0, 100).mapToObj(String::valueOf).toList()))).isEmpty();
        assertThat(faults(new EntryRules().list("families", IntStream.range(0, 101).mapToObj(String::valueOf).toList())))
                .containsExactly("families platform.entry-too-many");
    }

    @Test
    void aKindOfPartIsWrittenAsInTheCatalogueOfParts() {
        assertThat(faults(new EntryRules().partKinds("partKinds", List.of("POWER_SUPPLY", "CPU_2")))).isEmpty();
        assertThat(faults(new EntryRules().partKinds("partKinds", List.of("power supply")))).containsExactly("partKinds platform.entry-kind-unusable");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(faults(new EntryRules().code("?").inOneLanguageAtLeast("name", "", "", 10).partKinds("partKinds", Collections.nCopies(2, "disk"))))
                .hasSize(4);
    }

    private static List<String> faults(EntryRules rules) {
        Problem problem = catchThrowableOfType(Problem.class, rules::done);
        return problem == null ? List.of() : problem.fields().stream().map(field -> field.field() + " " + field.code()).toList();
    }
}
