package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.cli.CommandRunner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandTest {
    private final CommandRunner sevguest = new CommandRunner();

    @Test
    void readsHexAndDecimalAndSaysBoth() {
        var hex = sevguest.run("policy", "0x10");
        var decimal = sevguest.run("policy", "10");
        assertThat(hex.status()).isZero();
        assertThat(hex.out()).contains("<policy>0x0010</policy>", "sevctl    16", "policy=0x10");
        assertThat(decimal.out()).contains("<policy>0x000a</policy>", "sevctl    10");
    }

    @Test
    void makesAPolicyOfNames() {
        var named = sevguest.run("policy", "--set", "nodbg,es", "--api-min", "1.40", "--json");
        assertThat(named.status()).isZero();
        assertThat(JsonMapper.shared().readTree(named.out()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"type":"sev","hex":"0x28010005","decimal":671154181,
                                         "flags":["nodbg","es"],"reserved":"0x0",
                                         "apiMajor":1,"apiMinor":40}"""));
    }

    @Test
    void keepsReservedBits() {
        assertThat(sevguest.run("policy", "0x8001", "--json").out())
                .contains("\"reserved\" : \"0x8000\"", "0x8001");
        assertThat(sevguest.run("policy", "0x8001").out()).contains("Reserved bits are set");
    }

    @Test
    void saysWhichBitsContradictEachOther() {
        assertThat(sevguest.run("policy", "--set", "nosend,domain").out())
                .containsIgnoringCase("nosend");
    }

    @Test
    void refusesWhatIsNoPolicy() {
        for (String wrong : new String[] {"0x1ffffffff", "zero", "4294967296", ""}) {
            var result = sevguest.run("policy", wrong);
            assertThat(result.status()).as(wrong).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("is not a policy").contains("See: sevguest policy");
        }
        assertThat(sevguest.run("policy").status()).isEqualTo(2);
        assertThat(sevguest.run("policy", "1", "--set", "es").status()).isEqualTo(2);
        assertThat(sevguest.run("policy", "--set", "debug").err()).contains("nodbg, noks");
        assertThat(sevguest.run("policy", "1", "--api-min", "x").status()).isEqualTo(2);
        assertThat(sevguest.run("policy", "1", "--type", "sev-snp").status()).isEqualTo(2);
    }
}
