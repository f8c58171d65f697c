package io.sevguest.certificate.chain;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.ChainPlace;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.RsaKey;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.SignatureState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the links of one chain. Where no ARK or no ASK is given, the keys of the trusted roots
 * replace them.
 */
final class ChainCheck {
    private static final String BUILT_IN =
            "by AMD's public key, built into this program; no %s was given";
    private static final String OWN = "by the key of your own root; no %s was given";

    private final PlatformCertificates platform;
    private final TrustedRoots roots;
    private final boolean arkIsGiven;
    private final boolean askIsGiven;
    private final Optional<Root> root;

    ChainCheck(PlatformCertificates platform, TrustedRoots roots) {
        this.platform = platform;
        this.roots = roots;
        arkIsGiven = !(platform.given(KeyUsage.ARK) instanceof SuppliedCertificate.Missing);
        askIsGiven = !(platform.given(KeyUsage.ASK) instanceof SuppliedCertificate.Missing);
        root = root();
    }

    ChainVerdict verdict() {
        Map<Link, LinkState> links = new EnumMap<>(Link.class);
        for (Link link : Link.values()) {
            links.put(link, state(link));
        }
        return new ChainVerdict(links, root);
    }

    /** The root that the chain begins with, whatever its signatures say. */
    private Optional<Root> root() {
        if (arkIsGiven) {
            return platform.ark().flatMap(ark -> roots.ofKey(ark.rsaKey()));
        }
        if (askIsGiven) {
            return platform.ask().flatMap(roots::signerOf);
        }
        return platform.cek().flatMap(roots::signerOf);
    }

    private LinkState state(Link link) {
        return switch (link) {
            case ARK_SELF -> arkIsGiven ? self() : builtInRoot();
            case ARK_ASK -> rootSigned();
            case ASK_CEK -> askIsGiven ? askSigned() : builtInAskSigned();
            case CEK_PEK, OCA_SELF, OCA_PEK, PEK_PDH -> sevSigned(link);
        };
    }

    private LinkState self() {
        return obstacle(KeyUsage.ARK).orElseGet(() -> selfSigned(platform.ark().orElseThrow()));
    }

    private LinkState selfSigned(CaCertificate ark) {
        if (!ark.namesItselfAsSigner()) {
            return new LinkState.Failed("certifying key id is not the ARK's own key id");
        }
        if (ark.signature().isEmpty()) {
            return unsigned(ark);
        }
        return signature(ark.isSignedBy(ark.rsaKey()), KeyUsage.ARK);
    }

    /** AMD first published the root of Naples without its signature: its key makes it the root. */
    private LinkState unsigned(CaCertificate ark) {
        if (root.isEmpty()) {
            return new LinkState.Unknown("the ARK has no signature and is not a trusted root");
        }
        return root.get().arkKeyId().equals(ark.keyId())
                ? new LinkState.Good("the file carries no signature; the key is the trusted one")
                : new LinkState.Failed("key id is not that of the root " + root.get().words());
    }

    private LinkState builtInRoot() {
        if (!askIsGiven) {
            return new LinkState.Good(BUILT_IN.formatted("ARK"));
        }
        return root.map(found -> standIn(found, "ARK"))
                .orElse(new LinkState.Unknown("no ARK was given"));
    }

    private static LinkState standIn(Root root, String missing) {
        return new LinkState.Good((root.isOwn() ? OWN : BUILT_IN).formatted(missing));
    }

    private LinkState rootSigned() {
        if (!arkIsGiven && !askIsGiven) {
            return new LinkState.Good(BUILT_IN.formatted("ASK"));
        }
        if (!askIsGiven) {
            return obstacle(KeyUsage.ARK).orElseGet(this::builtInAsk);
        }
        if (!arkIsGiven) {
            return obstacle(KeyUsage.ASK).orElseGet(this::signedByBuiltInRoot);
        }
        return obstacle(KeyUsage.ARK, KeyUsage.ASK)
                .orElseGet(
                        () ->
                                arkSigned(
                                        platform.ark().orElseThrow(),
                                        platform.ask().orElseThrow()));
    }

    private LinkState builtInAsk() {
        return root.filter(found -> found.ask().isPresent())
                .map(found -> standIn(found, "ASK"))
                .orElse(new LinkState.Unknown("no ASK was given"));
    }

    private LinkState signedByBuiltInRoot() {
        return root.map(found -> standIn(found, "ARK"))
                .orElse(new LinkState.Failed("bad signature, no trusted root made it"));
    }

    private static LinkState arkSigned(CaCertificate ark, CaCertificate ask) {
        if (!ask.certifyingKeyId().equals(ark.keyId())) {
            return new LinkState.Failed("the ASK's certifying key id is not the ARK's key id");
        }
        if (ask.signature().isEmpty()) {
            return new LinkState.Failed("the ASK carries no signature");
        }
        return signature(ask.isSignedBy(ark.rsaKey()), KeyUsage.ARK);
    }

    private LinkState askSigned() {
        return obstacle(KeyUsage.ASK, KeyUsage.CEK)
                .orElseGet(
                        () -> {
                            SevCertificate cek = platform.cek().orElseThrow();
                            RsaKey ask = platform.ask().orElseThrow().rsaKey();
                            return slots(cek, KeyUsage.ASK)
                                    .orElseGet(
                                            () ->
                                                    signature(
                                                            cek.signatureOfAsk(ask),
                                                            KeyUsage.ASK,
                                                            cek));
                        });
    }

    /** No ASK is given: that of the given root, or of any root, has to be the signer. */
    private LinkState builtInAskSigned() {
        Optional<LinkState> obstacle =
                obstacle(KeyUsage.CEK).or(() -> slots(platform.cek().orElseThrow(), KeyUsage.ASK));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        SevCertificate cek = platform.cek().orElseThrow();
        if (!arkIsGiven) {
            return root.map(found -> signedByBuiltInAsk(found, cek))
                    .orElse(
                            new LinkState.Failed(
                                    "bad signature, none of AMD's signing keys made it"));
        }
        return root.flatMap(Root::ask)
                .map(ask -> signature(cek.signatureOfAsk(ask), KeyUsage.ASK, cek))
                .orElse(new LinkState.Unknown("no ASK was given"));
    }

    private static LinkState signedByBuiltInAsk(Root root, SevCertificate cek) {
        return root.ask()
                .map(ask -> signature(cek.signatureOfAsk(ask), KeyUsage.ASK, cek))
                .filter(state -> !state.isGood())
                .orElseGet(() -> standIn(root, "ASK"));
    }

    private LinkState sevSigned(Link link) {
        return obstacle(link.signer(), link.signed())
                .orElseGet(() -> sevSigned(link.signer(), link.signed()));
    }

    private LinkState sevSigned(KeyUsage by, KeyUsage of) {
        var signer = (SevCertificate) platform.given(by).whole().orElseThrow();
        var signed = (SevCertificate) platform.given(of).whole().orElseThrow();
        return slots(signed, by)
                .orElseGet(() -> signature(signed.signatureOf(by, signer), by, signed));
    }

    private static Optional<LinkState> slots(SevCertificate signed, KeyUsage by) {
        String name = KeyUsage.text(signed.usage());
        if (signed.signaturesOf(by).isEmpty()) {
            return Optional.of(
                    new LinkState.Failed(
                            "the %s carries no signature of the usage %s".formatted(name, by)));
        }
        return signed.hasStraySlot(by)
                ? Optional.of(
                        new LinkState.Failed(
                                "the %s was altered: its unused signature slot is not empty"
                                        .formatted(name)))
                : Optional.empty();
    }

    private static LinkState signature(
            SignatureState state, KeyUsage signer, SevCertificate signed) {
        return state == SignatureState.FOLLOWED
                ? new LinkState.Failed(
                        "the %s was altered: the unused bytes after the signature of the %s are not"
                                        .formatted(KeyUsage.text(signed.usage()), signer)
                                + " zero; the signature itself is right")
                : signature(state == SignatureState.GOOD, signer);
    }

    private static LinkState signature(boolean verifies, KeyUsage signer) {
        return verifies
                ? new LinkState.Good("")
                : new LinkState.Failed("bad signature under the key of the " + signer);
    }

    /**
     * Returns the reason why a link between certificates cannot be good; empty if they are there
     * and fit for their places. What is wrong counts more than what is missing.
     */
    private Optional<LinkState> obstacle(KeyUsage... places) {
        List<LinkState> states =
                Stream.of(places).flatMap(place -> obstacle(place).stream()).toList();
        return states.stream()
                .filter(LinkState::isFailed)
                .findFirst()
                .or(() -> states.stream().findFirst());
    }

    private Optional<LinkState> obstacle(KeyUsage place) {
        SuppliedCertificate given = platform.given(place);
        if (given instanceof SuppliedCertificate.Broken broken) {
            return Optional.of(new LinkState.Failed(broken.why()));
        }
        if (given instanceof SuppliedCertificate.Whole whole) {
            return ChainPlace.obstacle(place, whole.certificate()).map(LinkState.Failed::new);
        }
        return Optional.of(new LinkState.Unknown("no " + place + " was given"));
    }
}
