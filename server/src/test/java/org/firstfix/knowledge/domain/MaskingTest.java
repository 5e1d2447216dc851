package org.firstfix.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.firstfix.knowledge.domain.SolvedCase.Named;
import org.firstfix.knowledge.domain.SolvedCase.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private final Masking masking = new Masking(List.of("杭州银行股份有限公司", "杭州银行", "王伟", "Li", "KD12345", "A-10007", "文三路 1 号", "", "x"));

    @Test
    void namesAndNumbersOfTheCustomerAreGone() {
        String masked = masking.mask("杭州银行股份有限公司的王伟来电（138 0571 1234，wang.wei@bank.example），文三路 1 号机房，机器 KD12345 报错。Li called from 0571-8765 4321.");
        assertThat(masked).doesNotContain("杭州银行", "王伟", "138", "1234", "wang", "example", "文三路", "KD12345", "Li ", "8765", "4321");
        assertThat(masked).contains("来电", "机房", "报错", "called from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13805711234", "+86 138-0571-1234", "(0571) 87654321", "400-800-1234", "10.20.30.40", "a.b@c-d.example.com", "J30A47K9", "SN: 99B7721",
            "序列号：abcd-1234", "FDO1842X0PL"})
    void whatLooksLikeOneIsGone(String secret) {
        assertThat(new Masking(List.of()).mask("请联系 " + secret + " 谢谢")).isEqualTo("请联系 " + masked(secret) + " 谢谢");
    }

    @ParameterizedTest
    @ValueSource(strings = {"System x3650 M4 的 DIMM 3 报错", "Linux and libraries", "RAID 5，3 块盘", "BIOS 1.19", "等待 20 分钟", "Ctrl+A 自检代码 C1", "R7x0 / SR650 / DS3400",
            "FF-RBAT-X346", "07.35.53"})
    void whatTellsAboutTheFaultStays(String text) {
        assertThat(masking.mask(text)).isEqualTo(text);
    }

    @Test
    void peopleWhoAreOnlyCalledByTheirNameAreGoneAsWell() {
        assertThat(masking.mask("张先生说，李经理在场；技术经理已知悉")).isEqualTo("[…]先生说，[…]经理在场；技术经理已知悉");
        assertThat(masking.mask("Mr. Smith and Ms Wang agreed")).isEqualTo("Mr. […] and Ms […] agreed");
    }

    @Test
    void aDraftSaysWhatItWasAndNotWhose() {
        SolvedCase it = new SolvedCase(Optional.of(new Named("memory.error", "内存报错", "Memory error")),
                List.of(new Named("memory.damaged", "内存损坏", "Memory damaged")), List.of("内存报错", "杭州银行王伟来电：报内存错误，电话 13805711234"),
                List.of(new Visit("DIMM 3 损坏，机器 KD12345", "更换内存，自检通过")), List.of(new Named("FF-MEM", "内存", "Memory")), Optional.of("x3650"),
                Optional.of("7979"));
        Content draft = it.draft(masking);
        assertThat(draft.title()).isEqualTo(new Bilingual("内存报错：内存损坏", "Memory error: Memory damaged"));
        assertThat(draft.audience()).isEqualTo(Audience.STAFF);
        assertThat(draft.about()).isEqualTo(new About(List.of("x3650"), List.of(), List.of("memory.error"), List.of("memory.damaged")));
        assertThat(draft.body().zh()).contains("## 现象", "报内存错误", "## 原因", "## 发现", "DIMM 3 损坏", "## 处理", "更换内存", "## 备件")
                .doesNotContain("杭州银行", "王伟", "1380", "KD12345");
        assertThat(draft.body().en()).as("nobody has translated it").isEmpty();
    }

    /** The word for a serial number stays; it tells nothing. */
    private static String masked(String secret) {
        return secret.startsWith("SN: ") ? "SN: " + Masking.MASK : secret.startsWith("序列号：") ? "序列号：" + Masking.MASK
                : secret.startsWith("(") ? "(" + Masking.MASK : Masking.MASK;
    }
}
