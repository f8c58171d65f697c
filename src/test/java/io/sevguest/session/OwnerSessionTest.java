package io.sevguest.session;

import static io.sevguest.session.SamplePlatform.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.OwnSignature;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OwnerSessionTest {
    private static final SevPolicy POLICY = new SevPolicy(0x33010007);
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static OwnerSession owner(SecureRandom random) {
        return new OwnerSession(random, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static SecureRandom seeded(String seed) {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static KeyPair keyPair(SecureRandom random) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"), random);
        return generator.generateKeyPair();
    }

    private static SamplePlatform platform(String seed)
            throws GeneralSecurityException, ProblemException {
        KeyPair pair = keyPair(seeded(seed));
        SevCertificate pdh =
                SevCertificate.ofGuestOwner((ECPublicKey) pair.getPublic()).withApi(1, 55);
        return new SamplePlatform(
                pdh, Bytes.of(((ECPrivateKey) pair.getPrivate()).getS().toByteArray()));
    }

    @Test
    void theSameRandomnessMakesTheSameSession() throws Exception {
        PlatformKey pdh = platform("platform").pdh();
        try (SealedSession one = owner(seeded("x")).make(pdh, POLICY, GodhSignature.NONE);
                SealedSession same = owner(seeded("x")).make(pdh, POLICY, GodhSignature.NONE);
                SealedSession other = owner(seeded("y")).make(pdh, POLICY, GodhSignature.NONE)) {
            assertThat(one.blob()).isEqualTo(same.blob()).isNotEqualTo(other.blob());
            assertThat(one.godh()).isEqualTo(same.godh()).isNotEqualTo(other.godh());
            assertThat(one.keys().tik().sameAs(other.keys().tik())).isFalse();
            assertThat(one.time()).isEqualTo(NOON);
        }
    }

    @Test
    void everythingIsFreshEachTime() throws Exception {
        PlatformKey pdh = platform("platform").pdh();
        OwnerSession owner = owner(new SecureRandom());
        try (SealedSession one = owner.make(pdh, POLICY, GodhSignature.NONE);
                SealedSession next = owner.make(pdh, POLICY, GodhSignature.NONE)) {
            assertThat(one.godh().key()).isNotEqualTo(next.godh().key());
            assertThat(one.blob().nonce()).isNotEqualTo(next.blob().nonce());
            assertThat(one.blob().iv()).isNotEqualTo(next.blob().iv());
            assertThat(one.keys().tek().sameAs(next.keys().tek())).isFalse();
            assertThat(one.keys().tek().sameAs(one.keys().tik())).isFalse();
        }
    }

    @Test
    void theCertificateIsUnsignedUnlessAskedFor() throws Exception {
        PlatformKey pdh = platform("platform").pdh();
        OwnerSession owner = owner(seeded("x"));
        try (SealedSession plain = owner.make(pdh, POLICY, GodhSignature.NONE);
                SealedSession signed = owner.make(pdh, POLICY, GodhSignature.OWN_KEY)) {
            assertThat(plain.godh().signatures()).isEmpty();
            assertThat(OwnSignature.isOn(signed.godh())).isTrue();
            assertThat(signed.godh().signature1().usage()).isEqualTo(KeyUsage.PEK.code());
        }
    }

    @Test
    void closingWipesTheKeys() throws Exception {
        SealedSession made =
                owner(seeded("x")).make(platform("p").pdh(), POLICY, GodhSignature.NONE);
        assertThat(made.toString()).doesNotContain(hex(made.keys().tik()));
        made.close();
        assertThat(made.keys().tek().isWiped()).isTrue();
        assertThat(made.keys().tik().isWiped()).isTrue();
    }

    @Test
    void everyChangedByteOfTheBlobIsRefused() throws Exception {
        SamplePlatform platform = platform("p");
        try (SealedSession made =
                owner(seeded("x")).make(platform.pdh(), POLICY, GodhSignature.NONE)) {
            Bytes blob = made.blob().toBytes();
            for (int at = 0; at < blob.size(); at++) {
                LaunchSession changed =
                        LaunchSession.parse("blob", SampleCertificates.flipped(blob, at));
                assertThat(platform.accepts(made.godh(), changed, POLICY))
                        .as("byte " + at)
                        .isFalse();
            }
            for (int bit = 0; bit < 32; bit++) {
                var other = new SevPolicy(POLICY.bits() ^ 1 << bit);
                assertThat(platform.accepts(made.godh(), made.blob(), other)).isFalse();
            }
            SevCertificate stranger = platform("stranger").pdh().certificate();
            assertThat(platform.accepts(stranger, made.blob(), POLICY)).isFalse();
        }
    }

    @Test
    void everyChangedByteOfTheGuestOwnersKeyIsRefused() throws Exception {
        SamplePlatform platform = platform("p");
        try (SealedSession made =
                owner(seeded("x")).make(platform.pdh(), POLICY, GodhSignature.NONE)) {
            for (int coordinate : new int[] {0x14, 0x5c}) {
                for (int at = coordinate; at < coordinate + 72; at++) {
                    SevCertificate changed = changed(made.godh(), at);
                    assertThatThrownBy(() -> platform.accepts(changed, made.blob(), POLICY))
                            .isInstanceOf(ProblemException.class)
                            .hasMessageContaining("not a point");
                }
            }
        }
    }

    /** One shared secret in 256 begins with a zero byte, which a careless implementation drops. */
    @Test
    void aSharedSecretKeepsItsLeadingZeros() throws Exception {
        KeyPair own = keyPair(seeded("own"));
        KeyPair other = keyPair(seeded("other 803"));
        SecretBytes shared = SharedSecret.of(own.getPrivate(), (ECPublicKey) other.getPublic());
        assertThat(shared.size()).isEqualTo(48);
        assertThat(hex(shared)).startsWith("00");
    }

    @Test
    void onlyThePlatformsPdhIsTaken() throws Exception {
        SevCertificate pdh = SampleCertificates.pdh();
        assertThat(PlatformKey.of("x", pdh).certificate()).isEqualTo(pdh);
        refused(SampleCertificates.pek(), "PEK (0x1002)");
        refused(SampleCertificates.cek(), "CEK (0x1004)");
        refused(SampleCertificates.oca(), "OCA (0x1001)");
        refused(SampleCertificates.rsaOca(), "OCA (0x1001)");
        refused(SampleCertificates.godh(), "guest owner's");
        refused(changed(pdh, 0), "version");
        refused(changed(pdh, 0xc), "algorithm");
        refused(changed(pdh, 0x11), "P-384");
        refused(changed(pdh, 0x14), "not a point");
    }

    private static SevCertificate changed(SevCertificate from, int offset) throws ProblemException {
        return SevCertificate.parse("x", SampleCertificates.flipped(from.toBytes(), offset));
    }

    private static void refused(SevCertificate certificate, String why) {
        assertThatThrownBy(() -> PlatformKey.of("host.cert", certificate))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().what()).contains(why);
                            assertThat(e.problem().where()).isEqualTo("host.cert");
                        });
    }
}
