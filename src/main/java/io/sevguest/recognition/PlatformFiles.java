package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.ReservedBytes;
import io.sevguest.certificate.chain.CertificateChain;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.SuppliedCertificate;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.content.ArgumentContent;
import io.sevguest.recognition.content.CaCertificateContent;
import io.sevguest.recognition.content.ChainContent;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.recognition.content.SevCertificateContent;
import io.sevguest.recognition.content.TruncatedCertificateContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates of a platform in files: single ones or many together, in any order and form, as
 * sevctl, sev-tool, libvirt and QEMU write them. Each is identified by its usage. Only a file that
 * is named after a usage, such as {@code pek.cert}, has to hold that one: what is mixed up is not
 * put right in silence.
 *
 * @param certificates of all files
 * @param remarks full sentences about other content of the files
 */
public record PlatformFiles(PlatformCertificates certificates, List<String> remarks) {
    /** Fewer bytes hold no header of a certificate. */
    private static final int HEADER = 64;

    public PlatformFiles {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads files. Does I/O: call it from a task.
     *
     * @throws ProblemException if one cannot be read, or holds no certificate of AMD's layouts
     */
    public static PlatformFiles read(List<Path> files) throws ProblemException {
        List<RecognizedFile> recognized = new ArrayList<>();
        for (Path file : files) {
            Bytes content = SizedFile.read(file, Recognition.MAX_BYTES);
            recognized.add(Recognition.of(file.toString(), content));
        }
        return of(recognized);
    }

    /**
     * Takes the certificates out of files.
     *
     * @throws ProblemException if one holds no certificate of AMD's layouts
     */
    public static PlatformFiles of(List<RecognizedFile> files) throws ProblemException {
        var platform = new PlatformFiles(PlatformCertificates.none(), List.of());
        for (RecognizedFile file : files) {
            platform = platform.with(file);
        }
        if (platform.certificates().toChain().certificates().isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                                    "The given files contain no usable certificate: %s"
                                            .formatted(String.join(" ", platform.unusable())))
                            .withFix(
                                    "Export the platform's certificates again, or name each file"
                                            + " after what is in it."));
        }
        return platform;
    }

    private List<String> unusable() {
        Stream<String> broken =
                certificates.all().values().stream()
                        .filter(SuppliedCertificate.Broken.class::isInstance)
                        .map(given -> ((SuppliedCertificate.Broken) given).why() + ".");
        return Stream.concat(broken, remarks.stream()).toList();
    }

    /**
     * These certificates and those that others add.
     *
     * @return empty if both have something of the same usage: they may be of two platforms
     */
    public Optional<PlatformFiles> joined(PlatformFiles added) {
        Set<KeyUsage> both = new HashSet<>(certificates.all().keySet());
        both.retainAll(added.certificates.all().keySet());
        if (!both.isEmpty()) {
            return Optional.empty();
        }
        PlatformFiles all = with(added.remarks);
        for (var each : added.certificates.all().entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        return Optional.of(all);
    }

    /** These remarks, and one for each reserved byte that is not zero. */
    public List<String> allRemarks() {
        List<String> all = new ArrayList<>(remarks);
        for (AmdCertificate certificate : certificates.toChain().certificates()) {
            String usage = KeyUsage.text(certificate.usage());
            ReservedBytes.notZero(certificate).forEach(what -> all.add(usage + ": " + what));
        }
        return List.copyOf(all);
    }

    private PlatformFiles with(RecognizedFile file) throws ProblemException {
        Optional<KeyUsage> name = usageInName(file.name());
        List<Piece> pieces = pieces(file);
        if (name.isPresent() && pieces.size() <= 1) {
            SuppliedCertificate given =
                    pieces.stream()
                            .findFirst()
                            .map(piece -> named(name.get(), file.name(), piece))
                            .orElse(new SuppliedCertificate.Broken(holdsNone(file)));
            return with(name.get(), given).withRest(file);
        }
        if (pieces.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            "It contains no certificate of a platform: %s."
                                    .formatted(file.content().summary()),
                            file.name(),
                            "Choose the output of sevctl export, or single certificates."));
        }
        PlatformFiles more = this;
        for (Piece piece : pieces) {
            more =
                    piece.usage().isPresent()
                            ? more.with(piece.usage().get(), piece.given())
                            : more.with(piece.stray(file.name()));
        }
        return more.withRest(file);
    }

    private PlatformFiles with(KeyUsage usage, SuppliedCertificate given) {
        return new PlatformFiles(certificates.with(usage, given), remarks);
    }

    private PlatformFiles with(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new PlatformFiles(certificates, all);
    }

    /**
     * Returns the usage that a file name promises, if it consists of nothing but the name of a
     * usage.
     */
    private static Optional<KeyUsage> usageInName(String file) {
        Path name = Path.of(file).getFileName();
        String stem = name == null ? "" : name.toString().split("\\.", 2)[0];
        return PlatformCertificates.USAGES.stream()
                .filter(usage -> usage.name().equals(stem.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static SuppliedCertificate named(KeyUsage name, String file, Piece piece) {
        return piece.code() == name.code()
                ? piece.given()
                : new SuppliedCertificate.Broken(
                        "%s: usage is %s, but the file is named %s"
                                .formatted(
                                        name.name().toLowerCase(Locale.ROOT),
                                        KeyUsage.text(piece.code()),
                                        file));
    }

    private static String holdsNone(RecognizedFile file) {
        return "%s is %s and contains no certificate"
                .formatted(file.name(), file.size() == 0 ? "empty" : file.content().summary());
    }

    /** A certificate, or what is left of one. */
    private record Piece(long code, SuppliedCertificate given) {
        Optional<KeyUsage> usage() {
            return KeyUsage.of(code).filter(PlatformCertificates.USAGES::contains);
        }

        List<String> stray(String file) {
            return List.of(
                    "A certificate in %s has the usage %s, which none of a platform has."
                            .formatted(file, KeyUsage.text(code)));
        }
    }

    private static List<Piece> pieces(RecognizedFile file) {
        List<Piece> pieces = new ArrayList<>();
        if (file.content() instanceof TruncatedCertificateContent cut) {
            pieces.add(cut(file.name(), cut.filledUp(), cut.size()));
        } else if (file.content() instanceof SevCertificateContent sev) {
            pieces.add(whole(file.name(), sev.certificate()));
        } else if (file.content() instanceof CaCertificateContent ca) {
            pieces.add(whole(file.name(), ca.certificate()));
        } else if (file.content() instanceof ChainContent) {
            CertificateChain.Scan scan = CertificateChain.scan(file.decoded());
            scan.chain().certificates().forEach(each -> pieces.add(whole(file.name(), each)));
            TruncatedCertificateContent.of(scan.rest())
                    .ifPresent(cut -> pieces.add(cut(file.name(), cut.filledUp(), cut.size())));
        } else if (file.content() instanceof ArgumentContent argument) {
            argument.contained().forEach(blob -> pieces.addAll(pieces(blob.recognized())));
        } else {
            HeadlessChain.of(file.decoded())
                    .ifPresent(chain -> pieces.addAll(headless(file.name(), chain)));
        }
        return pieces;
    }

    private static List<Piece> headless(String file, HeadlessChain chain) {
        List<Piece> pieces = new ArrayList<>();
        String why =
                "%s: damaged, the first certificate in %s has no header of one"
                        .formatted(chain.lost().name().toLowerCase(Locale.ROOT), file);
        pieces.add(new Piece(chain.lost().code(), new SuppliedCertificate.Broken(why)));
        chain.rest().chain().certificates().forEach(each -> pieces.add(whole(file, each)));
        return pieces;
    }

    private static Piece whole(String file, AmdCertificate certificate) {
        return new Piece(certificate.usage(), new SuppliedCertificate.Whole(file, certificate));
    }

    private static Piece cut(String file, AmdCertificate begun, int size) {
        String why =
                "%s: truncated in %s, %s of %,d"
                        .formatted(
                                KeyUsage.text(begun.usage()).toLowerCase(Locale.ROOT),
                                file,
                                Count.of(size, "byte"),
                                begun.toBytes().size());
        return new Piece(begun.usage(), new SuppliedCertificate.Broken(why));
    }

    /** Left-over bytes: the next certificate, damaged, or too few to be one. */
    private PlatformFiles withRest(RecognizedFile file) throws ProblemException {
        CertificateChain.Scan scan = CertificateChain.scan(file.decoded());
        int left = scan.rest().size();
        List<AmdCertificate> whole = scan.chain().certificates();
        if (whole.isEmpty() || isLineEnd(scan.rest()) || isCut(scan.rest())) {
            return this;
        }
        AmdCertificate last = whole.get(whole.size() - 1);
        String what =
                left == 1
                        ? "1 byte after the last certificate is none"
                        : "%,d bytes after the last certificate are none".formatted(left);
        Optional<KeyUsage> next = KeyUsage.of(last.usage()).flatMap(PlatformFiles::after);
        if (left < HEADER || next.isEmpty()) {
            throw new ProblemException(
                    new Problem(
                            what + ".",
                            file.name(),
                            "Leave them out, or export the platform's certificates again."));
        }
        String why =
                "%s: damaged, %s in %s"
                        .formatted(next.get().name().toLowerCase(Locale.ROOT), what, file.name());
        return with(next.get(), new SuppliedCertificate.Broken(why));
    }

    private static boolean isCut(Bytes rest) {
        return TruncatedCertificateContent.of(rest).isPresent();
    }

    private static boolean isLineEnd(Bytes rest) {
        return new String(rest.toArray(), StandardCharsets.ISO_8859_1).isBlank();
    }

    private static Optional<KeyUsage> after(KeyUsage usage) {
        List<KeyUsage> order = PlatformCertificates.USAGES;
        int next = order.indexOf(usage) + 1;
        return next < order.size() ? Optional.of(order.get(next)) : Optional.empty();
    }
}
