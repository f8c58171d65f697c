package io.sevguest.cli.platform;

import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.Link;
import io.sevguest.certificate.chain.LinkState;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats the verdict on a certificate chain as JSON and as text. */
final class VerdictText {
    private VerdictText() {}

    /** Returns the JSON object. Its root is null if the root is not trusted. */
    static Map<String, Object> json(ChainVerdict verdict) {
        Map<String, String> links = new LinkedHashMap<>();
        verdict.links().forEach((link, state) -> links.put(link.toText(), state.toText()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", verdict.valid());
        json.put("root", verdict.root().map(Root::name).orElse(null));
        json.put("links", links);
        json.put("failing", verdict.failing().stream().map(Link::toText).toList());
        return json;
    }

    /** Returns the text: the result, the links, the root and the PDH. */
    static String of(PlatformCertificates platform, ChainVerdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict.sentence());
        lines.add("");
        for (Link link : Link.values()) {
            lines.add(
                    "  %s  %s".formatted(arrow(link), words(verdict.state(link))).stripTrailing());
        }
        lines.add("");
        lines.add("  root  " + verdict.root().map(VerdictText::root).orElse("not trusted"));
        platform.pdh().ifPresent(pdh -> lines.add("  PDH   " + pdh(pdh)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String arrow(Link link) {
        return "%s → %s".formatted(link.signer(), link.signed());
    }

    private static String words(LinkState state) {
        if (state instanceof LinkState.Failed failed) {
            return "FAILED   " + failed.why();
        }
        if (state instanceof LinkState.Unknown unknown) {
            return "unknown  " + unknown.why();
        }
        return "ok       " + ((LinkState.Good) state).note();
    }

    private static String root(Root root) {
        String fingerprint = root.ark().modulusSha256().toHex();
        return (root.isOwn() ? "your own" : root.words()) + ", SHA-256 of the key " + fingerprint;
    }

    private static String pdh(SevCertificate pdh) {
        return "firmware API %d.%d, SHA-256 of the certificate %s"
                .formatted(pdh.apiMajor(), pdh.apiMinor(), pdh.toBytes().sha256().toHex());
    }
}
