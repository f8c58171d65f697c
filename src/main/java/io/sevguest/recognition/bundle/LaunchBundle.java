package io.sevguest.recognition.bundle;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Launch parameters: what a guest owner hands over so that a host can start the guest, as a zip
 * file. Never a key.
 *
 * <pre>
 * guest.xml       the domain, with certificate and session
 * dh_cert.base64  the guest owner's certificate
 * session.base64  the session blob
 * launch.txt      policy in words, commands
 * SHA256SUMS      the sums of the others, as sha256sum writes them
 * </pre>
 *
 * @param xml the bytes of the domain
 * @param dhCert one line of base64
 * @param session one line of base64
 * @param instructions UTF-8
 */
public record LaunchBundle(Bytes xml, Bytes dhCert, Bytes session, Bytes instructions) {
    /** The domain's name in the bundle. */
    public static final String XML = "guest.xml";

    /** The certificate's name in the bundle. */
    public static final String DH_CERT = "dh_cert.base64";

    /** The session's name in the bundle. */
    public static final String SESSION = "session.base64";

    private static final String INSTRUCTIONS = "launch.txt";
    private static final String SUMS = "SHA256SUMS";

    /** 4 MiB, the largest that any of the files may be. */
    private static final int LARGEST = 1 << 22;

    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) [ *](\\S+)");

    /** Returns whether bytes begin as a zip file does. */
    public static boolean isZip(Bytes data) {
        return data.size() > 4 && data.slice(0, 4).equals(Bytes.ofHex("504b0304"));
    }

    /** The zip file; the same content gives the same bytes. */
    public Bytes toBytes() {
        Map<String, Bytes> files = files();
        files.put(SUMS, utf8(sums(files)));
        return ZipFiles.write(files);
    }

    private Map<String, Bytes> files() {
        Map<String, Bytes> files = new LinkedHashMap<>();
        files.put(XML, xml);
        files.put(DH_CERT, dhCert);
        files.put(SESSION, session);
        files.put(INSTRUCTIONS, instructions);
        return files;
    }

    private static String sums(Map<String, Bytes> files) {
        var text = new StringBuilder();
        files.forEach(
                (name, content) ->
                        text.append(content.sha256().toHex())
                                .append("  ")
                                .append(name)
                                .append('\n'));
        return text.toString();
    }

    private static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a bundle and checks its sums.
     *
     * @param source the file's name, for messages
     * @throws ProblemException if it is not a zip file, contains other files than a bundle or far
     *     too large ones, or a sum is wrong or missing
     */
    public static LaunchBundle parse(String source, Bytes data) throws ProblemException {
        Map<String, Bytes> files = ZipFiles.read(source, data, LARGEST);
        Optional<Bytes> sums = Optional.ofNullable(files.remove(SUMS));
        for (String name : files.keySet()) {
            if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
                throw refused(source, "A name in it leads to another place: \"" + name + "\".");
            }
            if (!isOurs(name)) {
                throw refused(
                        source,
                        "There is a file \"%s\" in it, which launch parameters do not have."
                                .formatted(name));
            }
        }
        checkSums(source, files, sums.orElse(utf8("")));
        var bundle =
                new LaunchBundle(
                        files.get(XML),
                        files.get(DH_CERT),
                        files.get(SESSION),
                        files.get(INSTRUCTIONS));
        bundle.domain(source);
        return bundle;
    }

    private static boolean isOurs(String name) {
        return name.equals(XML)
                || name.equals(DH_CERT)
                || name.equals(SESSION)
                || name.equals(INSTRUCTIONS);
    }

    private static void checkSums(String source, Map<String, Bytes> files, Bytes sums)
            throws ProblemException {
        Map<String, String> told = new LinkedHashMap<>();
        for (String line : new String(sums.toArray(), StandardCharsets.UTF_8).split("\n", -1)) {
            Matcher sum = SUM.matcher(line);
            if (sum.matches()) {
                told.put(sum.group(2), sum.group(1));
            }
        }
        for (String name : new String[] {XML, DH_CERT, SESSION, INSTRUCTIONS}) {
            if (!files.containsKey(name) || !told.containsKey(name)) {
                throw refused(source, "\"%s\" or its sum is missing in it.".formatted(name));
            }
            if (!files.get(name).sha256().toHex().equals(told.get(name))) {
                throw refused(
                        source,
                        "The SHA-256 of \"%s\" does not match %s: the file was changed."
                                .formatted(name, SUMS));
            }
        }
    }

    /**
     * The domain in it.
     *
     * @param source the bundle's name, for messages
     * @throws ProblemException if it is none, or holds another certificate or session
     */
    public DomainXml domain(String source) throws ProblemException {
        DomainXml domain = DomainXml.parse(source + ": " + XML, xml);
        boolean same =
                LaunchSecurity.of(domain) instanceof LaunchSecurity.Sev sev
                        && isSame(sev.dhCert(), dhCert)
                        && isSame(sev.session(), session);
        if (!same) {
            throw refused(
                    source, "Certificate or session in %s are not those beside it.".formatted(XML));
        }
        return domain;
    }

    private static boolean isSame(String text, Bytes file) {
        Optional<Bytes> one = TextEncoding.base64(text);
        String other = new String(file.toArray(), StandardCharsets.ISO_8859_1);
        return one.isPresent() && one.equals(TextEncoding.base64(other));
    }

    private static ProblemException refused(String source, String what) {
        return new ProblemException(
                new Problem(what, source, "Ask the guest owner for the launch parameters again."));
    }
}
