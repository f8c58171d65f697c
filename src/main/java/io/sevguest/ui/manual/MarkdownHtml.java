package io.sevguest.ui.manual;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns a page's Markdown into HTML. Tables are read as GitHub reads them; raw HTML is shown as
 * text.
 */
final class MarkdownHtml {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private MarkdownHtml() {}

    /** Returns the body of an HTML document. */
    static String of(String markdown) {
        Parser parser = Parser.builder().extensions(EXTENSIONS).build();
        HtmlRenderer renderer =
                HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
        return renderer.render(parser.parse(markdown));
    }
}
