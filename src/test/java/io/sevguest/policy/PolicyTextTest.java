package io.sevguest.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTextTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0x0003,0x0003,true",
                "3,0x0003,true",
                "10,0x0010,true",
                "0x33010007,0x33010007,true",
                "0x000A,0x000a,false",
                "0X03,0x0003,false",
                "' 0x3',0x0003,false",
                "'0x3 ',,false",
                "'\n0x3\n',,false",
                "0xZZ,,false",
                "0x,,false",
                "'',,false",
                "0x100000000,,true",
                "-1,,false",
                "+3,0x0003,false",
            })
    void readsLikeLibvirtsParserAndSchema(String text, String value, boolean schema) {
        var policy = new PolicyText(text);
        assertThat(policy.value().map(SevPolicy::toHex).orElse(null)).isEqualTo(value);
        assertThat(policy.isSchemaValid()).isEqualTo(schema);
    }

    @Test
    void showsBothReadingsOfDigitsAlone() {
        assertThat(new PolicyText("10").decimalReading()).contains(new SevPolicy(10));
        assertThat(new PolicyText("39").decimalReading()).contains(new SevPolicy(39));
        assertThat(new PolicyText("3").decimalReading()).isEmpty();
        assertThat(new PolicyText("0x10").decimalReading()).isEmpty();
        assertThat(new PolicyText("a").decimalReading()).isEmpty();
    }

    @Test
    void tellsWhatIsWrong() {
        assertThat(new PolicyText("0x100000000").isTooLong()).isTrue();
        assertThat(new PolicyText(" 1").hasLeadingBlanks()).isTrue();
        assertThat(new PolicyText("0xA").hasUpperCase()).isTrue();
        assertThat(PolicyText.of(new SevPolicy(0)).text()).isEqualTo("0x0000");
    }
}
