package io.sevguest.ui.preview;

import io.sevguest.domain.xml.XmlFault;
import java.util.Optional;
import org.fife.ui.rsyntaxtextarea.RSyntaxDocument;
import org.fife.ui.rsyntaxtextarea.parser.AbstractParser;
import org.fife.ui.rsyntaxtextarea.parser.DefaultParseResult;
import org.fife.ui.rsyntaxtextarea.parser.DefaultParserNotice;
import org.fife.ui.rsyntaxtextarea.parser.ParseResult;

/** Underlines the line with the fault in a malformed XML text. */
final class XmlFaultParser extends AbstractParser {
    private Optional<XmlFault> fault = Optional.empty();

    void show(Optional<XmlFault> now) {
        fault = now;
    }

    @Override
    public ParseResult parse(RSyntaxDocument document, String style) {
        var result = new DefaultParseResult(this);
        fault.ifPresent(found -> result.addNotice(notice(document, found)));
        return result;
    }

    private DefaultParserNotice notice(RSyntaxDocument document, XmlFault found) {
        int lines = document.getDefaultRootElement().getElementCount();
        int line = Math.min(found.position().line(), lines) - 1;
        var element = document.getDefaultRootElement().getElement(line);
        int start = element.getStartOffset();
        int length = Math.max(1, element.getEndOffset() - 1 - start);
        return new DefaultParserNotice(this, found.what(), line, start, length);
    }
}
