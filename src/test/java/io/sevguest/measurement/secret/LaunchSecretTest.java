package io.sevguest.measurement.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FixedRandom;
import io.sevguest.measurement.firmware.Guid;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaunchSecretTest {
    private static final Bytes MEASURE = Bytes.of(new byte[32]);
    private static final Bytes NO_MEASURE = Bytes.of(new byte[0]);
    private static final Guid OTHER = Guid.of("23058844-597b-42fb-8259-a0f5d9d495af");

    private final TransportKeys keys =
            new TransportKeys(
                    SecretBytes.copyOf("encryption key!!".getBytes(StandardCharsets.US_ASCII)),
                    SecretBytes.copyOf("integrity key!!!".getBytes(StandardCharsets.US_ASCII)));
    private final SecretSealer sealing = new SecretSealer(new FixedRandom(Bytes.of(new byte[16])));

    @AfterEach
    void wipe() {
        keys.close();
    }

    private static SecretBytes secret(int size) {
        byte[] data = new byte[size];
        Arrays.fill(data, (byte) 0x5a);
        return SecretBytes.take(data);
    }

    private static SecretTable table(int... sizes) {
        Guid[] names = {SecretTable.LUKS_KEY, OTHER};
        SecretTable.Entry[] entries = new SecretTable.Entry[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            entries[i] = new SecretTable.Entry(names[i % 2], secret(sizes[i]));
        }
        return new SecretTable(List.of(entries));
    }

    private LaunchSecret packet(int... sizes) throws ProblemException {
        try (SecretTable table = table(sizes)) {
            return sealing.seal(table, SecretPadding.SEVCTL, keys, MEASURE);
        }
    }

    @Test
    void everyFlippedBitIsRefused() throws ProblemException {
        LaunchSecret good = packet(18, 3);
        Bytes header = good.header().toBytes();
        for (int i = 0; i < header.size(); i++) {
            var parsed = LaunchSecretHeader.parse("header", flipped(header, i));
            assertThat(new LaunchSecret(parsed, good.payload()).isAuthentic(keys, MEASURE))
                    .as("header byte %d", i)
                    .isFalse();
        }
        for (int i = 0; i < good.payload().size(); i++) {
            var altered = new LaunchSecret(good.header(), flipped(good.payload(), i));
            assertThat(altered.isAuthentic(keys, MEASURE)).as("payload byte %d", i).isFalse();
        }
        for (int i = 0; i < MEASURE.size(); i++) {
            assertThat(good.isAuthentic(keys, flipped(MEASURE, i))).isFalse();
        }
        assertThat(good.isAuthentic(keys, MEASURE)).isTrue();
    }

    private static Bytes flipped(Bytes data, int index) {
        byte[] altered = data.toArray();
        altered[index] ^= (byte) (1 << index % 8);
        return Bytes.of(altered);
    }

    @Test
    void aPacketIsBoundToItsLaunchFromApi017On() throws ProblemException {
        assertThat(packet(1).isAuthentic(keys, NO_MEASURE)).isFalse();
        try (SecretTable table = table(1)) {
            LaunchSecret old = sealing.seal(table, SecretPadding.SEVCTL, keys, NO_MEASURE);
            assertThat(old.isAuthentic(keys, NO_MEASURE)).isTrue();
            assertThat(old.isAuthentic(keys, MEASURE)).isFalse();
        }
    }

    @Test
    void swappedKeysDoNotOpen() throws ProblemException {
        LaunchSecret packet = packet(5);
        var swapped = new TransportKeys(keys.tik(), keys.tek());
        assertThatThrownBy(() -> packet.open(swapped, MEASURE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MAC does not fit");
    }

    @Test
    void anEmptySecretIsASecret() throws ProblemException {
        try (SecretBytes plain = packet(0).open(keys, MEASURE);
                SecretTable read = SecretTable.parse("payload", plain)) {
            assertThat(plain.size()).isEqualTo(48);
            assertThat(read.entries()).hasSize(1);
            assertThat(read.entries().get(0).data().size()).isZero();
        }
    }

    @Test
    void paddingIsOfEitherKind() {
        for (int size = 0; size < 40; size++) {
            try (SecretTable table = table(size);
                    SecretBytes small = table.toBytes(SecretPadding.SEVCTL);
                    SecretBytes large = table.toBytes(SecretPadding.LIBVIRT)) {
                assertThat(small.size() % 16).isZero();
                assertThat(large.size() % 16).isZero();
                assertThat(small.size() - table.size()).isBetween(0, 15);
                assertThat(large.size() - table.size()).isBetween(1, 16);
            }
        }
    }

    @Test
    void sixteenKibibytesAreTheLimit() throws ProblemException {
        assertThat(packet(16_384 - 40).payload().size()).isEqualTo(16_384);
        assertThatThrownBy(() -> packet(16_384 - 39))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("16,400")
                .hasMessageContaining("16,384");
        try (SecretTable table = table(16_384 - 40)) {
            assertThatThrownBy(() -> sealing.seal(table, SecretPadding.LIBVIRT, keys, MEASURE))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void twoSecretsOfOneNameAreRefused() {
        assertThatThrownBy(() -> packet(1, 1, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(SecretTable.LUKS_KEY.toString());
    }

    @Test
    void freshPacketsDiffer() throws ProblemException {
        var fresh = new SecretSealer(new SecureRandom());
        try (SecretTable table = table(8)) {
            LaunchSecret one = fresh.seal(table, SecretPadding.SEVCTL, keys, MEASURE);
            LaunchSecret other = fresh.seal(table, SecretPadding.SEVCTL, keys, MEASURE);
            assertThat(one.header().iv()).isNotEqualTo(other.header().iv());
            assertThat(one.payload()).isNotEqualTo(other.payload());
        }
    }

    @Test
    void aTableWithAWrongLengthIsRefused() throws ProblemException {
        try (SecretTable table = table(18);
                SecretBytes plain = table.toBytes(SecretPadding.SEVCTL)) {
            byte[] good = plain.use(byte[]::clone);
            for (int offset : new int[] {0x10, 0x24}) {
                for (int wrong : new int[] {0, 19, 255, -1}) {
                    byte[] bad = good.clone();
                    Arrays.fill(bad, offset, offset + 4, (byte) (wrong >> 8));
                    bad[offset] = (byte) wrong;
                    assertThatThrownBy(() -> SecretTable.parse("t", SecretBytes.take(bad)))
                            .isInstanceOf(ProblemException.class);
                }
            }
            for (int size = 0; size < 20; size++) {
                byte[] cut = Arrays.copyOf(good, size);
                assertThatThrownBy(() -> SecretTable.parse("t", SecretBytes.take(cut)))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("not a table of secrets");
            }
        }
    }

    @Test
    void closingATableWipesItsSecrets() {
        SecretTable table = table(4, 5);
        table.close();
        assertThat(table.entries()).allMatch(entry -> entry.data().isWiped());
    }
}
