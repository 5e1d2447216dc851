package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.firstfix.faultfinding.TextRanking.Found;
import org.firstfix.faultfinding.TextRanking.Part;
import org.firstfix.faultfinding.TextRanking.Text;
import org.junit.jupiter.api.Test;

class TextRankingTest {
    private static final Text MEMORY = text("memory", "服务器报内存错误：定位单条内存", "Memory error on a server: find the bad module",
            "查看光通路面板，逐条插拔内存。 Look at the light path panel, reseat each module.");
    private static final Text BATTERY = text("battery", "RAID 卡电池失效", "RAID battery worn out", "缓存被关闭，更换电池。 The cache is off; replace the battery of the RAID card.");
    private static final Text UPS = text("ups", "UPS 告警与旁路", "UPS alarm and bypass", "检查市电与负载。 Check mains and load, then the bypass switch.");
    private static final Text OVERHEATING = text("overheating", "", "Machine overheating", "The fan turns slowly; clean the filter.");

    private final TextRanking ranking = new TextRanking(List.of(MEMORY, BATTERY, UPS, OVERHEATING), Catalogue.of(List.of("内存", "RAID卡电池")));

    @Test
    void theTextThatIsAboutTheReportComesFirst() {
        assertThat(first("客户来电：报内存错误，光通路 MEM 灯亮")).isEqualTo("memory");
        assertThat(first("the battery of the raid card is worn")).isEqualTo("battery");
        assertThat(first("UPS 一直在旁路")).isEqualTo("ups");
    }

    @Test
    void aReportInOneLanguageFindsATextInTheOther() {
        assertThat(first("温度过高")).isEqualTo("overheating");
    }

    @Test
    void aSlipOfTheKeyboardIsForgiven() {
        assertThat(first("overheatting machne")).isEqualTo("overheating");
        assertThat(first("raid batery")).isEqualTo("battery");
    }

    @Test
    void itSaysWhichWordsItWasFoundBy() {
        assertThat(ranking.rank("今天发现报内存错误", 1).getFirst().words().getFirst()).contains("内存错误");
        assertThat(ranking.rank("worn battery, please hurry", 1).getFirst().words()).contains("battery", "worn").doesNotContain("hurry", "please");
        assertThat(ranking.rank("温度过高", 1).getFirst().words()).anyMatch(word -> word.contains("温度"));
    }

    @Test
    void whatHasNothingInCommonIsNotFound() {
        assertThat(ranking.rank("zzz", 10)).isEmpty();
        assertThat(ranking.rank("", 10)).isEmpty();
        assertThat(new TextRanking(List.of(), Catalogue.empty()).rank("内存", 10)).isEmpty();
    }

    @Test
    void noMoreThanAskedForAndTheLikestFirst() {
        List<Found> found = ranking.rank("RAID battery memory bypass fan", 2);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).likeness()).isGreaterThanOrEqualTo(found.get(1).likeness());
        assertThatThrownBy(() -> ranking.rank("fan", 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1");
    }

    @Test
    void aTitleSpeaksLouderThanABody() {
        Text title = new Text("title", List.of(new Part("fan noise", 3), new Part("replace the bearing and listen again", 1)));
        Text body = new Text("body", List.of(new Part("bearing replacement", 3), new Part("fan noise may follow when listening again", 1)));
        assertThat(new TextRanking(List.of(body, title), Catalogue.empty()).rank("fan noise", 2)).extracting(Found::key).containsExactly("title", "body");
    }

    @Test
    void sameTextsSameAnswer() {
        TextRanking again = new TextRanking(List.of(MEMORY, BATTERY, UPS, OVERHEATING), Catalogue.of(List.of("内存", "RAID卡电池")));
        assertThat(again.rank("内存 UPS battery", 4)).isEqualTo(ranking.rank("内存 UPS battery", 4));
    }

    private String first(String report) {
        return ranking.rank(report, 4).getFirst().key();
    }

    private static Text text(String key, String titleZh, String titleEn, String body) {
        return new Text(key, List.of(new Part(titleZh, 3), new Part(titleEn, 3), new Part(body, 1)));
    }
}
