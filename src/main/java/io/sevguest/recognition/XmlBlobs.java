package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.BrokenXml;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.DomainContent;
import io.sevguest.recognition.content.EmbeddedBlob;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.OtherContent;
import io.sevguest.recognition.content.RecognizedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes an XML file, and finds the blobs in it. */
final class XmlBlobs {
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "<(dhCert|dh-cert|session)(?:\\s[^<>]*+)?>"
                            + "(?:([^<]++)|\\s*+<!\\[CDATA\\[([^<\\]]++)]]>\\s*+)</\\1\\s*+>");

    /** A domain has one of each; further ones are counted only to report that there are several. */
    private static final int MOST = 16;

    private static final String COMMENT_BEGIN = "<!--";
    private static final String COMMENT_END = "-->";
    private static final Pattern ROOT = Pattern.compile("<(?![?!])([^\\s/>]+)");

    private XmlBlobs() {}

    /** Returns whether the first character is that of a tag, in UTF-8 or UTF-16. */
    static boolean looksLikeXml(Bytes data) {
        String head =
                new String(
                                data.slice(0, Math.min(data.size(), 256)).toArray(),
                                StandardCharsets.ISO_8859_1)
                        .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                        .replace("\0", "")
                        .stripLeading();
        return head.matches("(?s)<[A-Za-z_!?].*");
    }

    static RecognizedFile read(String name, Bytes data) {
        try {
            DomainText text = DomainText.read(name, data);
            if (text instanceof DomainXml domain) {
                return wrapped(
                        name,
                        data,
                        new DomainContent("libvirt domain XML", of(name, domain), List.of()));
            }
            return fragment(name, data, ((BrokenXml) text));
        } catch (ProblemException refused) {
            Defect defect = Defect.of(refused.problem().what(), refused.problem().fix());
            return Recognition.plain(name, data, OtherContent.UNKNOWN, List.of(defect));
        }
    }

    private static RecognizedFile fragment(String name, Bytes data, BrokenXml broken) {
        List<EmbeddedBlob> contained = find(name, broken.text());
        Matcher root = ROOT.matcher(broken.text());
        boolean domain = root.find() && root.group(1).equals("domain");
        if (domain) {
            Defect defect =
                    Defect.of(
                            "%s (%s)".formatted(broken.fault().what(), broken.fault().position()),
                            broken.fault().fix());
            return wrapped(
                    name,
                    data,
                    new DomainContent(
                            "libvirt domain XML that has to be repaired",
                            contained,
                            List.of(defect)));
        }
        if (contained.size() == 1) {
            return contained.get(0).recognized().inside(Encoding.XML);
        }
        return contained.isEmpty()
                ? Recognition.plain(
                        name, data, new OtherContent(Kind.UNKNOWN, "XML without a blob"), List.of())
                : wrapped(
                        name,
                        data,
                        new DomainContent(
                                "launch security part of a domain XML", contained, List.of()));
    }

    private static RecognizedFile wrapped(String name, Bytes data, DomainContent content) {
        return Recognition.plain(name, data, content, content.defects()).inside(Encoding.XML);
    }

    private static List<EmbeddedBlob> of(String name, DomainXml domain) {
        List<EmbeddedBlob> found = new ArrayList<>();
        add(found, name, BlobTarget.DH_CERT, LaunchSecurityFields.DH_CERT.get().apply(domain));
        add(found, name, BlobTarget.SESSION, LaunchSecurityFields.SESSION.get().apply(domain));
        return found;
    }

    /**
     * Returns the blobs in a text that is not a domain: a part of one, or one that has to be
     * repaired.
     */
    private static List<EmbeddedBlob> find(String name, String text) {
        List<EmbeddedBlob> found = new ArrayList<>();
        Matcher element = ELEMENT.matcher(withoutComments(text));
        while (found.size() < MOST && element.find()) {
            String value = element.group(2) == null ? element.group(3) : element.group(2);
            add(
                    found,
                    name,
                    element.group(1).equals("session") ? BlobTarget.SESSION : BlobTarget.DH_CERT,
                    value.strip());
        }
        return List.copyOf(found);
    }

    private static String withoutComments(String text) {
        var kept = new StringBuilder();
        int next = 0;
        int begin = text.indexOf(COMMENT_BEGIN);
        int end = text.indexOf(COMMENT_END, begin);
        while (begin >= 0 && end >= 0) {
            kept.append(text, next, begin);
            next = end + COMMENT_END.length();
            begin = text.indexOf(COMMENT_BEGIN, next);
            end = text.indexOf(COMMENT_END, begin);
        }
        return kept.append(text, next, text.length()).toString();
    }

    private static void add(List<EmbeddedBlob> found, String name, BlobTarget place, String value) {
        if (!value.isBlank()) {
            found.add(new EmbeddedBlob(place, Recognition.ofBase64(name, value)));
        }
    }
}
