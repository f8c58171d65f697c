package io.sevguest.ui.window;

import io.sevguest.domain.Finding;
import io.sevguest.problem.Severity;
import io.sevguest.ui.form.layout.ScrollablePage;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.page.Page;
import io.sevguest.ui.page.PageEntry;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** The pages, one of them visible; each is created when it is first shown. */
final class PageDeck {
    private final JPanel component = new JPanel(new CardLayout());
    private final List<PageEntry> entries;
    private final Map<String, Page> built = new HashMap<>();
    private Optional<GuestAnalysis> latest = Optional.empty();
    private Consumer<Page> onBuilt = page -> {};

    PageDeck(List<PageEntry> entries) {
        this.entries = entries;
    }

    Component component() {
        return component;
    }

    /** Sets the listener for pages that have been created. */
    void onBuilt(Consumer<Page> listener) {
        onBuilt = listener;
    }

    List<PageEntry> entries() {
        return entries;
    }

    /** Returns a page, which is created if necessary and shows the current guest. */
    Page page(PageEntry entry) {
        return built.computeIfAbsent(entry.id(), id -> build(entry));
    }

    private Page build(PageEntry entry) {
        Page page = entry.make().get();
        var card = new JPanel(new BorderLayout());
        var scroll = new JScrollPane(new ScrollablePage(page.component()));
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        card.add(scroll);
        component.add(card, entry.id());
        latest.ifPresent(page::show);
        onBuilt.accept(page);
        return page;
    }

    void show(PageEntry entry) {
        page(entry);
        ((CardLayout) component.getLayout()).show(component, entry.id());
    }

    void show(GuestAnalysis derived) {
        latest = Optional.of(derived);
        built.values().forEach(page -> page.show(derived));
    }

    /** Closes the pages that were created. */
    void close() {
        built.values().forEach(Page::close);
    }

    /** Returns the page of a field: the one that claims the longest prefix of its id. */
    Optional<PageEntry> entryOf(String fieldId) {
        return entries.stream()
                .filter(entry -> entry.claimOn(fieldId) > 0)
                .max(Comparator.comparingInt(entry -> entry.claimOn(fieldId)));
    }

    /** Returns the pages by the ids of their fields; this creates all pages. */
    Map<String, PageEntry> fields() {
        Map<String, PageEntry> fields = new LinkedHashMap<>();
        for (PageEntry entry : entries) {
            page(entry).fieldIds().forEach(id -> fields.put(id, entry));
        }
        return fields;
    }

    /** Returns the worst severity of each page that has findings. */
    Map<PageEntry, Severity> worst(GuestAnalysis derived) {
        Map<PageEntry, Severity> worst = new HashMap<>();
        for (Finding finding : derived.findings()) {
            entryOf(finding.where())
                    .ifPresent(
                            entry ->
                                    worst.merge(
                                            entry,
                                            finding.severity(),
                                            (a, b) -> a.isWorseThan(b) ? a : b));
        }
        return worst;
    }
}
