package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final TraitReader reader = new TraitReader(Catalogue.of(List.of("RAID卡", "内存", "rocker cover gasket", "主板")));

    @ParameterizedTest
    @CsvSource({"'#2 & 4 ROCKER COVERS ARE LEAKING.', '0 0 rocker covers are leaking'", "'Ｗｏｎ’ｔ start', 'wont start'", "'开机，无显示！', '开机 无显示'", "'', ''"})
    void whatDoesNotMatterIsGone(String text, String plain) {
        assertThat(Question.of(text).plainWords()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"leaks, leak", "leaked, leak", "leaking, leak", "tripping, trip", "trips, trip", "damaged, damag", "damage, damag", "batteries, battery", "gas, gas", "pass, pas"})
    void formsOfAWordMeet(String word, String stem) {
        assertThat(Stem.of(word)).isEqualTo(stem);
    }

    @Test
    void partNumbersAreKeptAndFolded() {
        assertThat(reader.words("model 7979Q7C")).contains("p7979q7c", "w0q0c");
    }

    @Test
    void chineseIsReadByCharactersAndTerms() {
        assertThat(reader.words("RAID卡故障，内存报错")).contains("h内", "h内存", "h存报错", "t内存", "malarm");
        assertThat(reader.words("L/H ROCKER COVER GASKET LEAKING")).contains("trocker cover gasket", "mleak", "mleak/");
    }

    @ParameterizedTest
    @CsvSource({"viberating, vibration", "leakhole, leak", "tripping, trip", "wont, without", "corosion, corrosion", "overheating, hot", "blocakge, blocked"})
    void wordsMeanSomethingAlsoWhenMisspelt(String word, String meaning) {
        assertThat(FaultWords.builtIn().meaningsOf(word)).extracting(FaultWords.Meaning::name).contains(meaning);
    }

    @Test
    void bothLanguagesMeanTheSame() {
        assertThat(FaultWords.builtIn().meaningsIn("水泵漏水")).extracting(FaultWords.Meaning::name).contains("leak");
        assertThat(FaultWords.builtIn().meaningsOf("gasket")).isEmpty();
    }

    @Test
    void bandsWiden() {
        assertThat(TraitReader.band(9)).isEqualTo(TraitReader.band(10));
        assertThat(TraitReader.band(1)).isNotEqualTo(TraitReader.band(4));
        assertThat(TraitReader.band(-9)).isEqualTo(-TraitReader.band(9));
        assertThat(TraitReader.band(0)).isZero();
    }
}
