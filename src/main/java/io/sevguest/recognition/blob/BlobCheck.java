package io.sevguest.recognition.blob;

import io.sevguest.certificate.chain.PdhOrigin;
import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.Fix;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.Count;
import io.sevguest.problem.Severity;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedContent;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SevCertificateContent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the certificate and the session of one domain. */
final class BlobCheck {
    private static final FindingTable TABLE = FindingTable.beside(BlobCheck.class);
    private static final List<Encoding> ONCE = List.of(Encoding.BASE64, Encoding.BINARY);

    private final DomainXml domain;
    private final Element security;
    private final Function<String, RecognizedFile> recognition;

    /**
     * @param recognition recognizes a text in base64
     */
    BlobCheck(DomainXml domain, Element security, Function<String, RecognizedFile> recognition) {
        this.domain = domain;
        this.security = security;
        this.recognition = recognition;
    }

    /** Returns the findings, those about the certificate first. */
    List<Finding> findings() {
        return Stream.of(BlobTarget.DH_CERT, BlobTarget.SESSION)
                .flatMap(target -> check(target).stream())
                .toList();
    }

    private static Field<DomainXml, String> field(BlobTarget target) {
        return target == BlobTarget.DH_CERT
                ? LaunchSecurityFields.DH_CERT
                : LaunchSecurityFields.SESSION;
    }

    private RecognizedFile recognized(BlobTarget target) {
        return recognition.apply(field(target).get().apply(domain));
    }

    private Optional<Finding> check(BlobTarget target) {
        if (field(target).get().apply(domain).isEmpty()) {
            return Optional.empty();
        }
        RecognizedFile blob = recognized(target);
        Optional<String> name = BlobFileName.of(field(target).get().apply(domain), blob);
        if (name.isPresent()) {
            return Optional.of(finding(target, Optional.empty(), "file-name", name.get()));
        }
        ImportVerdict verdict = BlobImport.judge(target, blob);
        return switch (verdict.outcome()) {
            case OTHER_KIND -> Optional.of(otherKind(verdict));
            case REFUSED -> Optional.of(refused(target, blob));
            case FITS ->
                    blob.encodings().equals(ONCE)
                            ? Optional.empty()
                            : Optional.of(encoding(verdict));
            case WARNING ->
                    Optional.of(
                            blob.encodings().equals(List.of(Encoding.BINARY))
                                    ? notBase64(target)
                                    : doubtful(verdict));
        };
    }

    private Finding otherKind(ImportVerdict verdict) {
        BlobTarget target = verdict.target();
        Optional<Fix> fix =
                verdict.remedies().stream()
                        .findFirst()
                        .flatMap(
                                remedy ->
                                        remedy.target() == target
                                                ? Optional.of(write(remedy.label(), remedy))
                                                : moved(remedy));
        return finding(target, fix, "kind", verdict.message(), verdict.fix());
    }

    private static Fix write(String label, ImportRemedy remedy) {
        return new Fix(label, text -> field(remedy.target()).with().apply(text, remedy.value()));
    }

    /** Moves a value into the other place, or swaps the two where both are wrong. */
    private Optional<Fix> moved(ImportRemedy remedy) {
        BlobTarget here = remedy.target().other();
        if (field(remedy.target()).get().apply(domain).isEmpty()) {
            return Optional.of(
                    new Fix(
                            remedy.label(),
                            text ->
                                    write("", remedy)
                                            .edit()
                                            .apply(field(here).with().apply(text, ""))));
        }
        ImportVerdict back = BlobImport.judge(here, recognized(remedy.target()));
        return back.isAllowed(false)
                ? Optional.of(
                        new Fix(
                                "Swap dhCert and session",
                                text ->
                                        field(here)
                                                .with()
                                                .apply(
                                                        write("", remedy).edit().apply(text),
                                                        back.value())))
                : Optional.empty();
    }

    private Finding encoding(ImportVerdict verdict) {
        RecognizedFile blob = verdict.recognized();
        var remedy =
                new ImportRemedy(
                        "Write it as base64, encoded once", verdict.target(), verdict.value());
        return finding(
                verdict.target(),
                Optional.of(write(remedy.label(), remedy)),
                "encoding",
                blob.wrapping(),
                remedy.label());
    }

    /** Returns the finding about a value that is far too large and was not examined further. */
    private Finding refused(BlobTarget target, RecognizedFile blob) {
        String message =
                "<%s> contains %s, but %s has %,d bytes."
                        .formatted(
                                target.element(),
                                Count.of(blob.size(), "byte"),
                                target.words(),
                                target.size());
        String fix = "Import %s again.".formatted(target.words());
        return finding(target, Optional.empty(), "size", message, fix);
    }

    private Finding notBase64(BlobTarget target) {
        return finding(
                target,
                Optional.empty(),
                "encoding",
                "text that is not base64",
                "Import %s again".formatted(target.words()));
    }

    private Finding doubtful(ImportVerdict verdict) {
        BlobTarget target = verdict.target();
        RecognizedFile blob = verdict.recognized();
        boolean sizeFits = blob.size() == target.size();
        String message = blob.kind() == Kind.UNKNOWN ? unknown(target, blob) : verdict.message();
        Optional<Fix> fix =
                verdict.remedies().stream()
                        .findFirst()
                        .map(remedy -> write(remedy.label(), remedy));
        Finding finding =
                finding(target, fix, sizeFits ? "content" : "size", message, verdict.fix());
        return sizeFits && isHarmless(blob.content()) ? finding.as(Severity.WARNING) : finding;
    }

    private static String unknown(BlobTarget target, RecognizedFile blob) {
        String known =
                "<%s> contains %s that %s not recognized as %s"
                        .formatted(
                                target.element(),
                                Count.of(blob.size(), "byte"),
                                blob.size() == 1 ? "is" : "are",
                                target.words());
        return blob.size() == target.size()
                ? known
                        + blob.defects().stream()
                                .map(Defect::what)
                                .collect(Collectors.joining(" ", ". ", ""))
                                .stripTrailing()
                : known + ", which has %,d.".formatted(target.size());
    }

    /** Returns whether the firmware may still accept the content. */
    private static boolean isHarmless(RecognizedContent content) {
        return !(content instanceof SevCertificateContent sev)
                || (sev.isUsableByFirmware() && sev.origin() != PdhOrigin.PLATFORM);
    }

    /**
     * Returns a finding about the content of an element.
     *
     * @param id of the table, without the name of the element
     */
    private Finding finding(
            BlobTarget target, Optional<Fix> action, String id, Object... arguments) {
        String prefix = target == BlobTarget.DH_CERT ? "dh-cert-" : "session-";
        Finding finding =
                TABLE.finding(prefix + id, arguments)
                        .about(field(target).id())
                        .at(domain, security.child(target.element()).orElse(security));
        return action.map(finding::fixedBy).orElse(finding);
    }
}
