package org.firstfix.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    /** All ways in which people and telephone systems write the same line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            057188881234              | 57188881234  | ''
            0571-8888 1234            | 57188881234  | ''
            (0571) 8888-1234          | 57188881234  | ''
            （0571）８８８８１２３４  | 57188881234  | ''
            +86 571 8888 1234         | 57188881234  | ''
            +86 (0)571 8888 1234      | 57188881234  | ''
            +8657188881234            | 57188881234  | ''
            0086-571-88881234         | 57188881234  | ''
            0086 0571 88881234        | 57188881234  | ''
            86057188881234            | 57188881234  | ''
            8657188881234             | 57188881234  | ''
            tel:+86-571-8888-1234     | 57188881234  | ''
            0571-88881234-802         | 57188881234  | 802
            0571-88881234 ext. 12     | 57188881234  | 12
            0571-88881234转802        | 57188881234  | 802
            0571-88881234 转 802      | 57188881234  | 802
            0571-88881234分机802      | 57188881234  | 802
            0571 88881234 x802        | 57188881234  | 802
            88881234#5                | 88881234     | 5
            138 0571 2345             | 13805712345  | ''
            +86 138-0571-2345         | 13805712345  | ''
            008613805712345           | 13805712345  | ''
            013805712345              | 13805712345  | ''
            400-800-1234              | 4008001234   | ''
            +1 (212) 555-0147         | 12125550147  | ''
            001 212 555 0147          | 12125550147  | ''
            +81 3 1234 5678           | 81312345678  | ''
            10086                     | 10086        | ''
            """)
    void theSameLineIsTheSameNumber(String written, String digits, String extension) {
        assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber(digits, extension));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "unknown", "12", "+86", "0", "12345678901234567890123"})
    void whatIsNoNumberIsNotCompared(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void oneFieldMayHoldSeveralNumbers() {
        assertThat(PhoneNumber.digitsIn("0571-88881234 / 138 0571 2345；0571-88885678转2、87654321"))
                .containsExactly("57188881234", "13805712345", "57188885678", "87654321");
    }

    @Test
    void aMobileOf86IsNotTakenForTheCountryCode() {
        assertThat(PhoneNumber.parse("86123456")).contains(new PhoneNumber("86123456", ""));
    }
}
