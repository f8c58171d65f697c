package io.sevguest.ui.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The pages of the manual, in the order of its table of contents. The text is Markdown and comes
 * with the program; the table of contents is the menu of the web site that Maven builds from the
 * same files.
 */
final class Manual {
    private static final String FOLDER = "/io/sevguest/manual/";
    private static final String SUFFIX = ".html";

    private final List<ManualPage> pages;

    private Manual(List<ManualPage> pages) {
        this.pages = pages;
    }

    /** Reads the table of contents. */
    static Manual load() {
        try (InputStream menu = resource("site.xml").openStream()) {
            return new Manual(List.copyOf(contents(menu)));
        } catch (IOException | XMLStreamException broken) {
            throw new IllegalStateException("The manual's table of contents is damaged.", broken);
        }
    }

    private static List<ManualPage> contents(InputStream menu) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(menu);
        List<ManualPage> pages = new ArrayList<>();
        String chapter = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("menu")) {
                chapter = reader.getAttributeValue(null, "name");
            } else if (reader.getLocalName().equals("item")) {
                String file = reader.getAttributeValue(null, "href");
                String name = file.substring(0, file.length() - SUFFIX.length());
                pages.add(new ManualPage(chapter, reader.getAttributeValue(null, "name"), name));
            }
        }
        reader.close();
        return pages;
    }

    List<ManualPage> pages() {
        return pages;
    }

    /** Returns the page about the program as a whole. */
    ManualPage overview() {
        return pages.get(0);
    }

    /**
     * Returns the page about a page of the window.
     *
     * @param id of that page, such as {@code launchSecurity}
     */
    Optional<ManualPage> about(String id) {
        String name = "pages/" + id.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return pages.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    /**
     * Returns the target page of a link.
     *
     * @param from the page with the link
     * @param link a file relative to that page, such as {@code ../json.md}
     */
    Optional<ManualPage> linked(ManualPage from, String link) {
        String file = URI.create(from.file()).resolve(link).getPath();
        return pages.stream().filter(page -> page.file().equals(file)).findFirst();
    }

    /** Returns the URL of a page, against which its pictures are resolved. */
    URL place(ManualPage page) {
        return resource(page.file());
    }

    /** Returns the Markdown text of a page. */
    String text(ManualPage page) {
        try (InputStream in = place(page).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Manual.class.getResource(FOLDER + name), name);
    }
}
