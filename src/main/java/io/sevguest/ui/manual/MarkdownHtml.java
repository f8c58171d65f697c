package io.sevguest.ui.manual;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Converts a page's Markdown to HTML. Tables have GitHub's syntax; raw HTML is shown as text. */
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
