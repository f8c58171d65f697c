package io.sevguest.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.policy.SevPolicy.Flag;
import io.sevguest.problem.ProblemException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SevPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "0x3, 0x0003, 0x3, 3",
        "10, 0x000a, 0xa, 10",
        "0X0000000f, 0x000f, 0xf, 15",
        "' 39 ', 0x0027, 0x27, 39",
        "0xffffffff, 0xffffffff, 0xffffffff, 4294967295",
        "4294967295, 0xffffffff, 0xffffffff, 4294967295",
        "0, 0x0000, 0x0, 0"
    })
    void spellsAValueForEachTool(String given, String libvirt, String qemu, long decimal)
            throws ProblemException {
        SevPolicy policy = SevPolicy.parse(given);
        assertThat(policy.toHex()).isEqualTo(libvirt);
        assertThat(policy.toQemu()).isEqualTo(qemu);
        assertThat(policy.toDecimal()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0x", "-1", "+3", "4294967296", "0x100000000", "3.0", "nodbg", "ff"})
    void refusesWhatIsNo32BitNumber(String given) {
        assertThatThrownBy(() -> SevPolicy.parse(given))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"" + given + "\"");
    }

    @Test
    void keepsAllOtherBitsWhenAFlagIsToggled() {
        var random = new Random(20180118);
        for (int i = 0; i < 1000; i++) {
            int bits = random.nextInt();
            for (Flag flag : Flag.values()) {
                var policy = new SevPolicy(bits);
                SevPolicy toggled = policy.with(flag, !policy.has(flag));
                assertThat(toggled.bits() ^ bits).isEqualTo(flag.mask());
            }
            SevPolicy api = new SevPolicy(bits).withApi(1, 40);
            assertThat(api.bits() & 0xffff).isEqualTo(bits & 0xffff);
        }
    }

    @Test
    void placesTheMinimumApiMajorBelowTheMinor() throws ProblemException {
        SevPolicy policy = new SevPolicy(7).withApi("1.51");
        assertThat(policy).isEqualTo(new SevPolicy(0x33010007));
        assertThat(policy.apiMajor()).isEqualTo(1);
        assertThat(policy.apiMinor()).isEqualTo(51);
        assertThatThrownBy(() -> policy.withApi("1.256")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> policy.withApi("1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void readsNamesOfFlags() throws ProblemException {
        assertThat(SevPolicy.parseNames("nodbg,noks, ES")).isEqualTo(new SevPolicy(7));
        assertThat(SevPolicy.parseNames("")).isEqualTo(new SevPolicy(0));
        assertThatThrownBy(() -> SevPolicy.parseNames("nodbg,none"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fix()).contains("nosend"));
    }

    @Test
    void showsReservedBitsAndClearsOnlyThem() {
        var policy = new SevPolicy(0x0001_ffff);
        assertThat(policy.reserved()).isEqualTo(0xffc0);
        assertThat(policy.withoutReserved()).isEqualTo(new SevPolicy(0x0001_003f));
    }

    @Test
    void saysWhatFollows() {
        assertThat(PolicyConsequence.of(new SevPolicy(0)).toString())
                .contains(
                        "can peek",
                        "virDomainMemoryPeek",
                        "may be shared",
                        "any host",
                        "can be rebooted");
        assertThat(PolicyConsequence.of(PolicyPreset.STRICTEST.policy().withApi(1, 40)).toString())
                .contains(
                        "cannot peek", "alone", "cannot be migrated", "cannot be rebooted", "1.40");
    }

    @Test
    void saysContradictions() {
        assertThat(PolicyContradiction.of(new SevPolicy(0x38)))
                .extracting(PolicyContradiction::superfluous)
                .containsExactly(Flag.DOMAIN, Flag.SEV);
        assertThat(PolicyContradiction.of(new SevPolicy(0x30))).isEmpty();
        for (PolicyPreset preset : PolicyPreset.values()) {
            assertThat(PolicyContradiction.of(preset.policy())).isEmpty();
        }
    }
}
