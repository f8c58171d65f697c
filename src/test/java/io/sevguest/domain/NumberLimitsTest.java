package io.sevguest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.readiness.DocumentFindings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of numbers at and beyond their limits. */
class NumberLimitsTest {
    private static DomainXml domain(String content) {
        return (DomainXml)
                DomainText.ofText(
                        "<domain type='kvm'><name>a</name>" + content + "</domain>",
                        XmlEncoding.UTF_8);
    }

    private static List<String> ids(DomainXml domain) {
        return DocumentFindings.of(domain).stream().map(Finding::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, b, true",
        "999999999999999999, KiB, false",
        "9007199254740991, KiB, true",
        "9007199254740992, KiB, false",
        "9000000000000, TiB, false",
        "7, EiB, true",
        "8, EiB, false"
    })
    void memoryEndsWhereLibvirtsDoes(String amount, String unit, boolean fits) {
        var size = MemorySize.of(amount, unit);
        assertThat(size.isPresent()).isEqualTo(fits && amount.length() <= 18);
        size.ifPresent(it -> assertThat(it.toMib()).isPositive());
        size.ifPresent(it -> assertThat(it.toKib()).isPositive());
    }

    @Test
    void tooMuchMemoryIsToldSo() {
        assertThatThrownBy(() -> MemorySize.parse("9000000000000 TiB"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more memory than a guest can have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "4294967296", "18446744073709551616", "-1", "1e3", ""})
    void processorsThatCannotBeAreAnError(String count) {
        List<Finding> findings = DocumentFindings.of(domain("<vcpu>" + count + "</vcpu>"));
        assertThat(findings).extracting(Finding::id).contains("vcpu-unusable");
        assertThat(findings).allMatch(it -> it.severity().name().equals("ERROR"));
    }

    @ParameterizedTest
    @CsvSource({"0000000000000004,4", "999999999,999999999", "000,0", "0,0"})
    void zerosBeforeANumberDoNotMakeItLonger(String text, int number) {
        assertThat(DecimalNumber.of(text)).hasValue(number);
    }

    @Test
    void aPolicyOfAnyLengthIsReadAtOnce() {
        String digits = "7".repeat(40_000_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    var text = new PolicyText(digits);
                    assertThat(text.value()).isEmpty();
                    assertThat(text.isTooLong()).isTrue();
                    assertThat(text.decimalReading()).isEmpty();
                });
        List<Finding> findings =
                DocumentFindings.of(
                        domain(
                                "<launchSecurity type='sev'><policy>"
                                        + digits
                                        + "</policy></launchSecurity>"));
        assertThat(findings).extracting(Finding::id).containsExactly("policy-too-long");
        assertThat(findings.get(0).message()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @CsvSource({"0x0000000000000003,3", "00000000000000000000000007,7", "0xffffffff,-1", "0,0"})
    void zerosBeforeAPolicyDoNotMakeItLonger(String text, int bits) {
        assertThat(new PolicyText(text).value()).contains(new SevPolicy(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0058", "0x0078", "0X0058", "78", " 0x007A", "0x0059 ", "FFD8"})
    void oneFixLeavesAPolicyWithoutFindings(String policy) {
        DomainXml domain =
                domain(
                        "<launchSecurity type='sev'><policy>"
                                + policy
                                + "</policy></launchSecurity>");
        List<Finding> findings = DocumentFindings.of(domain);
        assertThat(findings).hasSizeGreaterThan(1);
        assertThat(findings)
                .anyMatch(
                        it ->
                                it.action().isPresent()
                                        && ids(it.action().get().edit().apply(domain)).isEmpty());
        assertThat(findings).extracting(Finding::id).contains("policy-several");
    }
}
