package io.sevguest.recognition.blob;

import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.PdhOrigin;
import io.sevguest.problem.Count;
import io.sevguest.recognition.Recognition;
import io.sevguest.recognition.blob.ImportVerdict.Outcome;
import io.sevguest.recognition.content.ArgumentContent;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.ChainContent;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.EmbeddedBlob;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SevCertificateContent;
import io.sevguest.recognition.content.TruncatedCertificateContent;
import io.sevguest.session.TransportKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a recognized file may go into {@code <dhCert>} or {@code <session>}. */
public final class BlobImport {
    private final BlobTarget target;
    private final RecognizedFile file;

    private BlobImport(BlobTarget target, RecognizedFile file) {
        this.target = target;
        this.file = file;
    }

    /** Judges a file for a place; nothing is changed by it. */
    public static ImportVerdict judge(BlobTarget target, RecognizedFile file) {
        return new BlobImport(target, file).judge();
    }

    private ImportVerdict judge() {
        if (file.size() > Recognition.MAX_BYTES) {
            return refused(
                    "The file has %,d bytes; nothing over 1 MiB is imported."
                            .formatted(file.size()),
                    "Check that this is the file you mean.");
        }
        return switch (file.kind()) {
            case SEV_CERTIFICATE -> certificate();
            case SESSION_BLOB -> session();
            case CERTIFICATE_CHAIN -> chain((ChainContent) file.content());
            case DOMAIN_XML, QEMU_ARGUMENT -> container();
            case AMD_CA_CERTIFICATE, X509_CERTIFICATE, PRIVATE_KEY ->
                    other("This is " + article(file.content().summary()) + ", but " + wanted());
            case UNKNOWN -> unknown();
            case UNREADABLE -> refused(defectWords(), fixWords());
        };
    }

    private String wanted() {
        return target.words() + " belongs in <" + target.element() + ">.";
    }

    private static String article(String noun) {
        return ("AEIOUXaeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private ImportVerdict certificate() {
        if (target == BlobTarget.SESSION) {
            return swapped();
        }
        if (file.content() instanceof TruncatedCertificateContent || hasExtraBytes()) {
            return verdict(Outcome.WARNING, defectWords());
        }
        var content = (SevCertificateContent) file.content();
        if (!content.certificate().isUsage(KeyUsage.PDH)
                && KeyUsage.of(content.certificate().usage()).isPresent()) {
            return other(
                    "This is "
                            + article(content.summary())
                            + ", but the guest owner's certificate (usage PDH) belongs"
                            + " in <dhCert>.");
        }
        if (content.origin() == PdhOrigin.PLATFORM) {
            return platformPdh(content);
        }
        return file.content().defects().isEmpty()
                ? fits("The guest owner's certificate goes into <dhCert>.")
                : verdict(Outcome.WARNING, defectWords());
    }

    private boolean hasExtraBytes() {
        return file.content() instanceof SevCertificateContent sev
                && file.size() != sev.certificate().toBytes().size();
    }

    private ImportVerdict platformPdh(SevCertificateContent content) {
        var certificate = content.certificate();
        return verdict(
                Outcome.WARNING,
                ("This is the platform's own PDH certificate (firmware API %d.%d, signed by the"
                                + " platform), but the guest owner's certificate (GODH) belongs"
                                + " in <dhCert>: the launch will fail. %s")
                        .formatted(certificate.apiMajor(), certificate.apiMinor(), defectWords())
                        .strip(),
                "Take the certificate that was made together with the session blob: godh.cert of"
                        + " sevtool, or the _godh.b64 file of sevctl session.");
    }

    private ImportVerdict session() {
        if (target == BlobTarget.DH_CERT) {
            return swapped();
        }
        return file.content().defects().isEmpty()
                ? fits("The session blob goes into <session>.")
                : verdict(Outcome.WARNING, defectWords());
    }

    private ImportVerdict swapped() {
        BlobTarget right = target.other();
        ImportVerdict there = judge(right, file);
        List<ImportRemedy> remedies =
                there.isAllowed(false)
                        ? List.of(
                                new ImportRemedy(
                                        "Put it into " + right.element(), right, there.value()))
                        : List.of();
        return new ImportVerdict(
                target,
                Outcome.OTHER_KIND,
                file,
                file.toBase64(),
                "This is " + article(file.content().summary()) + ", but " + wanted(),
                remedies.isEmpty()
                        ? "Choose the file with " + target.words() + "."
                        : "It belongs in <"
                                + right.element()
                                + ">: certificate and session are"
                                + " probably swapped.",
                remedies);
    }

    private ImportVerdict chain(ChainContent chain) {
        String message =
                "This is " + article(chain.summary()) + ", but one certificate is wanted: ";
        Optional<ImportRemedy> pick =
                target == BlobTarget.SESSION
                        ? Optional.empty()
                        : chain.guestOwnerCertificate()
                                .map(
                                        bytes ->
                                                new ImportRemedy(
                                                        "Take the PDH-usage certificate from it",
                                                        target,
                                                        bytes.toBase64()));
        String platform =
                chain.hasPdh() && pick.isEmpty()
                        ? " The PDH in it is the platform's, not the guest owner's."
                        : "";
        return new ImportVerdict(
                target,
                Outcome.OTHER_KIND,
                file,
                file.toBase64(),
                message + target.words() + " belongs in <" + target.element() + ">." + platform,
                pick.isPresent()
                        ? "Take the certificate with usage PDH out of it."
                        : "A session is made for a platform's chain, but this element needs"
                                + " something else: choose the file with "
                                + target.words()
                                + ".",
                pick.map(List::of).orElse(List.of()));
    }

    private ImportVerdict container() {
        for (EmbeddedBlob blob : file.contained()) {
            if (blob.place() == target) {
                return judge(target, blob.recognized().inside(outermost()));
            }
        }
        for (EmbeddedBlob blob : file.contained()) {
            ImportVerdict inside = judge(target, blob.recognized().inside(outermost()));
            if (inside.outcome() == Outcome.FITS || !inside.remedies().isEmpty()) {
                return inside;
            }
        }
        return file.content() instanceof ArgumentContent argument
                ? argument.namedFor(target)
                        .map(named -> verdict(Outcome.OTHER_KIND, named.what(), named.fix()))
                        .orElseGet(this::holdsNone)
                : holdsNone();
    }

    private ImportVerdict holdsNone() {
        return other(
                "This is "
                        + article(file.content().summary())
                        + " that does not contain "
                        + target.words()
                        + "."
                        + (defectWords().isEmpty() ? "" : " " + defectWords()));
    }

    private Encoding outermost() {
        return file.encodings().get(0);
    }

    private ImportVerdict unknown() {
        if (file.decoded().isEmpty()) {
            return refused(defectWords(), fixWords());
        }
        if (file.size() == TransportKeys.KEY_SIZE || file.size() == 2 * TransportKeys.KEY_SIZE) {
            return other(
                    "The file has %d bytes, as a transport key (TEK or TIK) or both have: a key"
                                    .formatted(file.size())
                            + " never belongs in the XML, but "
                            + wanted());
        }
        String why = defectWords().isEmpty() ? "" : " " + defectWords();
        String fix = fixWords();
        return verdict(
                Outcome.WARNING,
                "The file is passed as it is, %s, not recognized as %s.%s"
                        .formatted(Count.of(file.size(), "byte"), target.words(), why),
                fix.isEmpty()
                        ? ("If this is the wrong file, choose %s (%,d bytes, binary or"
                                        + " base64).")
                                .formatted(target.words(), target.size())
                        : fix);
    }

    private ImportVerdict refused(String message, String fix) {
        return new ImportVerdict(target, Outcome.REFUSED, file, "", message, fix, List.of());
    }

    private ImportVerdict fits(String message) {
        String twice =
                file.isEncodedTwice()
                        ? " It was encoded more than once; it is written encoded once."
                        : "";
        return new ImportVerdict(
                target, Outcome.FITS, file, file.toBase64(), message + twice, "", List.of());
    }

    private ImportVerdict other(String message) {
        String fix = fixWords();
        return verdict(
                Outcome.OTHER_KIND,
                message,
                fix.isEmpty() ? "Choose the file with " + target.words() + "." : fix);
    }

    private ImportVerdict verdict(Outcome outcome, String message) {
        return verdict(outcome, message, fixWords());
    }

    private ImportVerdict verdict(Outcome outcome, String message, String fix) {
        List<ImportRemedy> remedies = new ArrayList<>();
        for (Defect defect : file.defects()) {
            defect.remedy()
                    .filter(bytes -> !bytes.equals(file.decoded()))
                    .ifPresent(
                            bytes ->
                                    remedies.add(
                                            new ImportRemedy(
                                                    "Use the %s of it"
                                                            .formatted(
                                                                    Count.of(bytes.size(), "byte")),
                                                    target,
                                                    bytes.toBase64())));
        }
        return new ImportVerdict(target, outcome, file, file.toBase64(), message, fix, remedies);
    }

    private String defectWords() {
        return file.defects().stream().map(Defect::what).collect(Collectors.joining(" "));
    }

    private String fixWords() {
        return file.defects().stream()
                .map(Defect::fix)
                .filter(fix -> !fix.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
