package io.sevguest.recognition;

import io.sevguest.certificate.PdhOrigin;
import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Element;
import io.sevguest.domain.Finding;
import io.sevguest.domain.Fix;
import io.sevguest.domain.LaunchSecurityFields;
import io.sevguest.domain.TextPosition;
import io.sevguest.problem.Count;
import io.sevguest.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the certificate and the session that stand in one domain. */
final class BlobCheck {
    private static final List<Encoding> ONCE = List.of(Encoding.BASE64, Encoding.BINARY);

    private final DomainXml domain;
    private final Element security;
    private final Function<String, Recognized> recognition;

    /**
     * @param recognition tells what a text in base64 is
     */
    BlobCheck(DomainXml domain, Element security, Function<String, Recognized> recognition) {
        this.domain = domain;
        this.security = security;
        this.recognition = recognition;
    }

    /** The findings, the certificate's first. */
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

    private Recognized recognised(BlobTarget target) {
        return recognition.apply(field(target).get().apply(domain));
    }

    private Optional<Finding> check(BlobTarget target) {
        if (field(target).get().apply(domain).isEmpty()) {
            return Optional.empty();
        }
        Recognized blob = recognised(target);
        ImportVerdict verdict = BlobImport.judge(target, blob);
        return switch (verdict.outcome()) {
            case OTHER_KIND -> Optional.of(otherKind(verdict));
            case FITS ->
                    blob.encodings().equals(ONCE)
                            ? Optional.empty()
                            : Optional.of(encoding(verdict));
            case WARNING ->
                    Optional.of(
                            blob.encodings().equals(List.of(Encoding.BINARY))
                                    ? notBase64(target)
                                    : doubtful(verdict));
            case REFUSED -> Optional.empty();
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
        return finding(target, "kind", Severity.ERROR, verdict.message(), verdict.fix(), fix);
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
        ImportVerdict back = BlobImport.judge(here, recognised(remedy.target()));
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
        Recognized blob = verdict.recognized();
        String message =
                "<%s> must hold the binary as base64, encoded once; it holds %s."
                        .formatted(verdict.target().element(), blob.wrapping());
        var remedy =
                new ImportRemedy(
                        "Write it as base64, encoded once", verdict.target(), verdict.value());
        return finding(
                verdict.target(),
                "encoding",
                Severity.ERROR,
                message,
                remedy.label() + ".",
                Optional.of(write(remedy.label(), remedy)));
    }

    private Finding notBase64(BlobTarget target) {
        return finding(
                target,
                "encoding",
                Severity.ERROR,
                "<%s> holds text that is not base64.".formatted(target.element()),
                "Import %s again.".formatted(target.words()),
                Optional.empty());
    }

    private Finding doubtful(ImportVerdict verdict) {
        BlobTarget target = verdict.target();
        Recognized blob = verdict.recognized();
        boolean sizeFits = blob.size() == target.size();
        String message = blob.kind() == Kind.UNKNOWN ? unknown(target, blob) : verdict.message();
        Optional<Fix> fix =
                verdict.remedies().stream()
                        .findFirst()
                        .map(remedy -> write(remedy.label(), remedy));
        return finding(
                target,
                sizeFits ? "content" : "size",
                sizeFits && isHarmless(blob.content()) ? Severity.WARNING : Severity.ERROR,
                message,
                verdict.fix(),
                fix);
    }

    private static String unknown(BlobTarget target, Recognized blob) {
        String known =
                "<%s> holds %s that %s not recognised as %s"
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

    /** Whether the firmware may take it in spite of what is said about it. */
    private static boolean isHarmless(Content content) {
        return !(content instanceof SevCertificateContent sev)
                || (sev.isUsableByFirmware() && sev.origin() != PdhOrigin.PLATFORM);
    }

    private Finding finding(
            BlobTarget target,
            String id,
            Severity severity,
            String message,
            String fix,
            Optional<Fix> action) {
        Element element = security.child(target.element()).orElse(security);
        return new Finding(
                (target == BlobTarget.DH_CERT ? "dh-cert-" : "session-") + id,
                severity,
                field(target).id(),
                element.path(),
                TextPosition.of(domain.text(), element.start()).line(),
                message,
                fix,
                action);
    }
}
