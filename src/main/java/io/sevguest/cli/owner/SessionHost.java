package io.sevguest.cli.owner;

import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.PlatformFiles;
import io.sevguest.recognition.session.SessionPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A host for which a session is created.
 *
 * @param label the name of its file without the extension
 * @param platform reads and verifies its certificates
 */
record SessionHost(String label, Source platform) {
    /** The source of a platform's certificates. */
    @FunctionalInterface
    interface Source {
        Input read() throws ProblemException;
    }

    /** A platform and the content of its files. */
    record Input(SessionPlatform platform, PlatformFiles files) {}

    /** Returns one host per file, using only the PDH of the file. */
    static List<SessionHost> unverified(List<Path> files) {
        return files.stream()
                .map(file -> new SessionHost(stem(file), () -> unverified(file)))
                .toList();
    }

    private static Input unverified(Path file) throws ProblemException {
        PlatformFiles read = PlatformFiles.read(List.of(file));
        return new Input(SessionPlatform.unverified(file.toString(), read.certificates()), read);
    }

    /**
     * Returns the hosts that the files belong to. With at most one PDH certificate, all files
     * belong to one host, which is named after the file with the PDH. With several, each file is a
     * host of its own, and files with only CA certificates are shared.
     *
     * @param authorities the files with CA certificates, shared by all hosts
     */
    static List<SessionHost> verified(
            List<Path> files, List<Path> authorities, TrustedRoots roots) {
        List<Path> shared = new ArrayList<>(authorities);
        List<Path> own = new ArrayList<>();
        Map<SevCertificate, Path> pdhs = new LinkedHashMap<>();
        for (Path file : files) {
            List<KeyUsage> usages = new ArrayList<>();
            try {
                PlatformCertificates read = PlatformFiles.read(List.of(file)).certificates();
                usages.addAll(read.all().keySet());
                read.pdh().ifPresent(pdh -> pdhs.putIfAbsent(pdh, file));
            } catch (ProblemException saidWhenTheHostIsRead) {
                usages.clear();
            }
            boolean ca =
                    !usages.isEmpty() && Set.of(KeyUsage.ARK, KeyUsage.ASK).containsAll(usages);
            (ca ? shared : own).add(file);
        }
        if (pdhs.size() < 2) {
            Path named = pdhs.values().stream().findFirst().orElse(files.get(0));
            return List.of(host(named, files, authorities, roots));
        }
        return own.stream().map(file -> host(file, List.of(file), shared, roots)).toList();
    }

    private static SessionHost host(
            Path named, List<Path> own, List<Path> shared, TrustedRoots roots) {
        List<Path> all = new ArrayList<>(own);
        all.addAll(shared);
        String source = String.join(", ", own.stream().map(Path::toString).toList());
        return new SessionHost(
                stem(named),
                () -> {
                    PlatformFiles read = PlatformFiles.read(all);
                    ChainVerdict verdict = ChainVerdict.of(read.certificates(), roots);
                    return new Input(
                            SessionPlatform.verified(source, read.certificates(), verdict), read);
                });
    }

    private static String stem(Path file) {
        Path name = file.getFileName();
        String text = name == null ? file.toString() : name.toString();
        int dot = text.lastIndexOf('.');
        return dot > 0 ? text.substring(0, dot) : text;
    }
}
