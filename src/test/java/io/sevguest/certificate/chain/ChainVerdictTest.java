package io.sevguest.certificate.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.Curve;
import io.sevguest.certificate.EcKey;
import io.sevguest.certificate.Ecdsa;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.RsaKey;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.SignatureSlot;
import io.sevguest.problem.ProblemException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChainVerdictTest {
    private static final PlatformCertificates PLATFORM = SampleCertificates.platform();
    private static final TrustedRoots TRUST = SampleCertificates.trust();
    private static final int FIRST_VALUE = SevCertificate.SIGNED + 8;
    private static final int SECOND_SLOT = SevCertificate.SIGNED + SignatureSlot.SIZE;

    @Test
    void isGoodWhereEveryLinkIsAndTheUserTrustsTheRoot() {
        ChainVerdict verdict = ChainVerdict.of(PLATFORM, TRUST);
        assertThat(verdict.failing()).isEmpty();
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.root().orElseThrow().isOwn()).isTrue();
        assertThat(verdict.root().orElseThrow().words()).startsWith("own root, SHA-256 ");
        assertThat(verdict.links().keySet()).containsExactly(Link.values());
    }

    @Test
    void isBadWhereNobodyTrustsTheRoot() {
        ChainVerdict verdict = ChainVerdict.of(PLATFORM, TrustedRoots.ofAmd());
        assertThat(verdict.failing()).isEmpty();
        assertThat(verdict.root()).isEmpty();
        assertThat(verdict.valid()).isFalse();
    }

    @Test
    void acceptsAnOwnerWithAnRsaKeyAndEitherOrderOfThePeksSlots() {
        ChainVerdict rsa = verdict(KeyUsage.OCA, SampleCertificates.rsaOca());
        assertThat(rsa.state(Link.OCA_SELF).isGood()).isTrue();
        assertThat(rsa.failing()).containsExactly(Link.OCA_PEK);
        SevCertificate pek = SampleCertificates.pek();
        SevCertificate turned = pek.withSignatures(pek.signature2(), pek.signature1());
        assertThat(verdict(KeyUsage.PEK, turned).valid()).isTrue();
        ChainVerdict both = ChainVerdict.of(SampleCertificates.rsaOwnedPlatform(), TRUST);
        assertThat(both.valid()).isTrue();
    }

    @Test
    void acceptsAuthoritiesWith4096BitsBySha384() throws ProblemException {
        PlatformCertificates large = SampleCertificates.largePlatform();
        CaCertificate ark = large.ark().orElseThrow();
        assertThat(ark.toBytes().size()).isEqualTo(CaCertificate.LARGE);
        TrustedRoots roots = TrustedRoots.ofAmd().withOwn(ark);
        assertThat(ChainVerdict.of(large, roots).valid()).isTrue();
        Bytes flipped = SampleCertificates.flipped(ark.toBytes(), CaCertificate.LARGE - 1);
        PlatformCertificates changed =
                PlatformCertificates.of(
                        List.of(large.ask().orElseThrow(), CaCertificate.parse("ark", flipped)));
        assertThat(ChainVerdict.of(changed, roots).failing()).containsExactly(Link.ARK_SELF);
    }

    static Stream<AmdCertificate> certificates() {
        return PLATFORM.toChain().certificates().stream();
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void isBadWhenAnyByteChanges(AmdCertificate certificate) {
        KeyUsage usage = KeyUsage.of(certificate.usage()).orElseThrow();
        Bytes bytes = certificate.toBytes();
        assertThat(places(certificate))
                .allSatisfy(
                        at -> {
                            Bytes flipped = SampleCertificates.flipped(bytes, at);
                            AmdCertificate changed = AmdCertificate.parse("test", flipped);
                            ChainVerdict verdict = verdict(usage, changed);
                            assertThat(verdict.valid()).as("byte 0x%x", at).isFalse();
                            assertThat(verdict.failing()).isNotEmpty();
                        });
    }

    /**
     * Returns the offsets of all header bytes, of the beginning and end of the slots, and of some
     * other bytes.
     */
    private static List<Integer> places(AmdCertificate certificate) {
        Set<Integer> places = new TreeSet<>();
        int size = certificate.toBytes().size();
        IntStream.range(0, 0x44).forEach(places::add);
        IntStream.iterate(0x44, at -> at < size, at -> at + 61).forEach(places::add);
        if (certificate instanceof SevCertificate) {
            for (int slot : List.of(SevCertificate.SIGNED, SECOND_SLOT)) {
                IntStream.range(slot, slot + 8).forEach(places::add);
                places.add(slot + SignatureSlot.SIZE - 1);
            }
        }
        return List.copyOf(places);
    }

    @Test
    void isBadWhenAnEmptySlotIsMadeASignature() {
        Bytes pdh = SampleCertificates.pdh().toBytes();
        for (int other = 1; other < 256; other <<= 1) {
            byte[] altered = pdh.toArray();
            altered[SECOND_SLOT] ^= (byte) other;
            SevCertificate changed = parsed(Bytes.of(altered));
            assertThat(verdict(KeyUsage.PDH, changed).failing()).containsExactly(Link.PEK_PDH);
        }
    }

    @Test
    void saysThatBytesAfterARightSignatureWereAltered() {
        for (int after : List.of(Ecdsa.SIZE, SignatureSlot.VALUE - 1)) {
            SevCertificate pdh = alteredAfter(SampleCertificates.pdh(), FIRST_VALUE + after);
            ChainVerdict verdict = verdict(KeyUsage.PDH, pdh);
            assertThat(verdict.failing()).containsExactly(Link.PEK_PDH);
            assertThat(verdict.state(Link.PEK_PDH).toText())
                    .isEqualTo(
                            "fail: the PDH was altered: the unused bytes after the signature of"
                                    + " the PEK are not zero; the signature itself is right");
        }
    }

    @Test
    void saysSoOfAnRsaSignatureToo() {
        SevCertificate cek = alteredAfter(SampleCertificates.cek(), FIRST_VALUE + 256);
        String altered =
                "fail: the CEK was altered: the unused bytes after the signature of the ASK are not"
                        + " zero; the signature itself is right";
        assertThat(verdict(KeyUsage.CEK, cek).state(Link.ASK_CEK).toText()).isEqualTo(altered);
        CaCertificate ark = PLATFORM.ark().orElseThrow();
        var known =
                new Root(
                        "sample",
                        "Sample",
                        ark.rsaKey(),
                        ark.keyId(),
                        Optional.of(PLATFORM.ask().orElseThrow().rsaKey()));
        ChainVerdict alone =
                ChainVerdict.of(
                        PlatformCertificates.of(List.of(cek)), new TrustedRoots(List.of(known)));
        assertThat(alone.state(Link.ASK_CEK).toText()).isEqualTo(altered);
    }

    @Test
    void callsASignatureBadWhereItsBytesAndThoseAfterItWereAltered() {
        SevCertificate pdh =
                alteredAfter(
                        alteredAfter(SampleCertificates.pdh(), FIRST_VALUE),
                        FIRST_VALUE + Ecdsa.SIZE);
        assertThat(verdict(KeyUsage.PDH, pdh).state(Link.PEK_PDH).toText())
                .isEqualTo("fail: bad signature under the key of the PEK");
    }

    private static SevCertificate alteredAfter(SevCertificate certificate, int at) {
        return parsed(SampleCertificates.flipped(certificate.toBytes(), at));
    }

    private static SevCertificate parsed(Bytes bytes) {
        try {
            return SevCertificate.parse("test", bytes);
        } catch (ProblemException sizeIsRight) {
            throw new AssertionError(sizeIsRight);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ARK", "ASK", "CEK", "OCA", "PEK", "PDH"})
    void saysWhatCannotBeCheckedWithoutACertificate(KeyUsage missing) {
        List<AmdCertificate> others =
                certificates().filter(each -> each.usage() != missing.code()).toList();
        ChainVerdict verdict = ChainVerdict.of(PlatformCertificates.of(others), TRUST);
        if (missing == KeyUsage.ARK) {
            assertThat(verdict.valid()).isTrue();
            assertThat(((LinkState.Good) verdict.state(Link.ARK_SELF)).note())
                    .contains("your own root", "no ARK was given");
            return;
        }
        assertThat(verdict.valid()).isFalse();
        for (Link link : Link.values()) {
            boolean touched = link.signer() == missing || link.signed() == missing;
            assertThat(verdict.state(link).toText())
                    .isEqualTo(touched ? "unknown: no " + missing + " was given" : "ok");
        }
    }

    @Test
    void takesAmdsOwnKeysWhereNoCaIsGiven() {
        List<AmdCertificate> export =
                certificates().filter(SevCertificate.class::isInstance).toList();
        ChainVerdict verdict =
                ChainVerdict.of(PlatformCertificates.of(export), TrustedRoots.ofAmd());
        assertThat(((LinkState.Good) verdict.state(Link.ARK_SELF)).note()).contains("built into");
        assertThat(((LinkState.Good) verdict.state(Link.ARK_ASK)).note()).contains("built into");
        assertThat(verdict.state(Link.ASK_CEK).toText())
                .isEqualTo("fail: bad signature, none of AMD's signing keys made it");
        assertThat(verdict.root()).isEmpty();
    }

    @Test
    void trustsNoKeyIdAndNoModulusWithAnotherExponent() {
        Root naples = AmdRoots.all().get(0);
        CaCertificate ark = PLATFORM.ark().orElseThrow();
        RsaKey anybodys = new RsaKey(2048, BigInteger.ONE, naples.ark().modulus());
        assertThat(TrustedRoots.ofAmd().ofKey(anybodys)).isEmpty();
        assertThat(TrustedRoots.ofAmd().ofKey(naples.ark())).contains(naples);
        assertThat(anybodys.isUsable()).isFalse();
        CaCertificate claiming = withKeyIds(ark, naples.arkKeyId());
        assertThat(verdict(KeyUsage.ARK, claiming).root()).isPresent();
        assertThat(
                        ChainVerdict.of(
                                        PLATFORM.with(
                                                KeyUsage.ARK,
                                                new SuppliedCertificate.Whole("ark", claiming)),
                                        TrustedRoots.ofAmd())
                                .root())
                .isEmpty();
    }

    private static CaCertificate withKeyIds(CaCertificate from, Bytes id) {
        return new CaCertificate(
                from.version(),
                id,
                id,
                from.usage(),
                from.reserved(),
                from.exponentBits(),
                from.modulusBits(),
                from.exponent(),
                from.modulus(),
                from.signature());
    }

    @Test
    void knowsARootWithoutItsSignatureByItsKey() throws ProblemException {
        CaCertificate ark = PLATFORM.ark().orElseThrow();
        CaCertificate unsigned =
                CaCertificate.parse("ark", ark.toBytes().slice(0, CaCertificate.UNSIGNED));
        assertThat(verdict(KeyUsage.ARK, unsigned).valid()).isTrue();
        ChainVerdict untrusted =
                ChainVerdict.of(PlatformCertificates.of(List.of(unsigned)), TrustedRoots.ofAmd());
        assertThat(untrusted.state(Link.ARK_SELF).toText())
                .isEqualTo("unknown: the ARK has no signature and is not a trusted root");
        Bytes renamed = SampleCertificates.flipped(unsigned.toBytes(), 4);
        assertThat(verdict(KeyUsage.ARK, CaCertificate.parse("ark", renamed)).failing())
                .contains(Link.ARK_SELF, Link.ARK_ASK);
    }

    @Test
    void cannotUseTwoThatDiffer() {
        PlatformCertificates two =
                PLATFORM.with(
                        KeyUsage.PDH,
                        new SuppliedCertificate.Whole("other.cert", SampleCertificates.godh()));
        assertThat(ChainVerdict.of(two, TRUST).state(Link.PEK_PDH).toText())
                .startsWith("fail: two different PDH certificates were given")
                .contains("other.cert");
        PlatformCertificates same =
                PLATFORM.with(
                        KeyUsage.PDH,
                        new SuppliedCertificate.Whole("again.cert", SampleCertificates.pdh()));
        assertThat(same).isEqualTo(PLATFORM);
    }

    @Test
    void believesNoSignatureOfZerosOrOfTheOrder() {
        Bytes order = EcKey.littleEndian(Curve.P384.parameters().getOrder(), 72);
        Bytes zeros = Bytes.of(new byte[72]);
        for (Bytes r : List.of(zeros, order)) {
            for (Bytes s : List.of(zeros, order)) {
                SignatureSlot slot =
                        SignatureSlot.ofEcdsa(KeyUsage.PEK, KeyAlgorithm.ECDSA_SHA256, r.append(s));
                SevCertificate pdh =
                        SampleCertificates.pdh().withSignatures(slot, SignatureSlot.EMPTY);
                assertThat(verdict(KeyUsage.PDH, pdh).failing()).containsExactly(Link.PEK_PDH);
            }
        }
    }

    @Test
    void trustsAsRootNothingButAnArk() {
        assertThatThrownBy(() -> TrustedRoots.ofAmd().withOwn(SampleCertificates.ask()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ARK: usage is ASK");
    }

    @Test
    void keepsARootOfAmdsAmdsEvenIfTheUserNamesIt() {
        Optional<Root> naples = TrustedRoots.ofAmd().ofKey(AmdRoots.all().get(0).ark());
        assertThat(naples.orElseThrow().words()).isEqualTo("AMD Naples");
        assertThat(naples.orElseThrow().isOwn()).isFalse();
    }

    private static ChainVerdict verdict(KeyUsage replaced, AmdCertificate by) {
        List<AmdCertificate> all =
                new ArrayList<>(
                        certificates().filter(each -> each.usage() != replaced.code()).toList());
        PlatformCertificates changed =
                PlatformCertificates.of(all)
                        .with(replaced, new SuppliedCertificate.Whole("changed", by));
        return ChainVerdict.of(changed, TRUST);
    }
}
