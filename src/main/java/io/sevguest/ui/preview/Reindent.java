package io.sevguest.ui.preview;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Element;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out a domain with one element or comment a line and two blanks a level, as libvirt writes
 * it. Only white space between tags changes; an element with text of its own stays as it is.
 */
final class Reindent {
    private static final String STEP = "  ";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern GAP = Pattern.compile("\\s*(?:<!--.*?-->\\s*)*", Pattern.DOTALL);

    private final String text;
    private final String newline;
    private final StringBuilder out = new StringBuilder();

    private Reindent(String text) {
        this.text = text;
        newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    static DomainText of(DomainXml domain) {
        var layout = new Reindent(domain.text());
        Element root = domain.root();
        layout.out.append(domain.text(), 0, root.start());
        layout.write(root, 0);
        layout.out.append(domain.text(), root.end(), domain.text().length());
        return DomainText.ofText(layout.out.toString(), domain.encoding());
    }

    private void write(Element element, int level) {
        if (hasText(element) || isEmpty(element)) {
            out.append(text, element.start(), element.end());
            return;
        }
        out.append(text, element.start(), element.startTagEnd());
        int at = element.startTagEnd();
        for (Element child : element.children()) {
            writeGap(at, child.start(), level + 1);
            line(level + 1);
            write(child, level + 1);
            at = child.end();
        }
        writeGap(at, element.endTagStart(), level + 1);
        line(level);
        out.append(text, element.endTagStart(), element.end());
    }

    private boolean isEmpty(Element element) {
        return text.substring(element.startTagEnd(), element.endTagStart()).isBlank();
    }

    /** Whether anything but white space and comments stands between the children. */
    private boolean hasText(Element element) {
        int at = element.startTagEnd();
        for (Element child : element.children()) {
            if (!onlyComments(at, child.start())) {
                return true;
            }
            at = child.end();
        }
        return !onlyComments(at, element.endTagStart());
    }

    private boolean onlyComments(int start, int end) {
        return GAP.matcher(text.substring(start, end)).matches();
    }

    private void writeGap(int start, int end, int level) {
        Matcher comments = COMMENT.matcher(text.substring(start, end));
        while (comments.find()) {
            line(level);
            out.append(comments.group());
        }
    }

    private void line(int level) {
        out.append(newline).append(STEP.repeat(level));
    }
}
