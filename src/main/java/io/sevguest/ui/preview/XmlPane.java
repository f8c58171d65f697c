package io.sevguest.ui.preview;

import io.sevguest.domain.BrokenXml;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.TextPosition;
import io.sevguest.domain.xml.XmlFault;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.CommandText;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.preview.text.AreaScroll;
import io.sevguest.ui.preview.text.FindBar;
import io.sevguest.ui.preview.text.PreviewArea;
import io.sevguest.ui.preview.text.RangeMarks;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.text.LineChange;
import io.sevguest.ui.text.LineEnds;
import io.sevguest.ui.text.TextChange;
import io.sevguest.ui.theme.Palette;
import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;

/**
 * The document as editable text. While it is well-formed, the forms follow; otherwise the fault is
 * marked at its line and the forms are disabled.
 */
final class XmlPane {
    /** The undo label of edits in this pane. */
    private static final String LABEL = "xml";

    private final JPanel component = new JPanel(new BorderLayout());
    private final PreviewArea area;
    private final AreaScroll scroll;
    private final XmlFaultParser parser = new XmlFaultParser();
    private final FaultBar faults;
    private final XmlTools tools;
    private final RangeMarks spots;
    private final GuestModel guest;
    private DomainText shown;
    private LineEnds ends;
    private int typingAt = -1;
    private boolean filled;
    private boolean visible;
    private String spotted = "";
    private Optional<LaunchPlan> plan = Optional.empty();
    private Optional<Element> aim = Optional.empty();

    XmlPane(GuestModel guest, Texts texts, WrapChoices wraps, Runnable saveAs) {
        this.guest = guest;
        area = new PreviewArea("preview.xml", texts.get("preview.xml.name"));
        spots = new RangeMarks(area);
        shown = guest.text();
        ends = LineEnds.of("");
        area.setSyntaxEditingStyle(SyntaxConstants.SYNTAX_STYLE_XML);
        area.setCodeFoldingEnabled(true);
        area.setHighlightCurrentLine(true);
        area.setAutoIndentEnabled(true);
        area.addParser(parser);
        area.onEdit(this::edited);
        area.addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusLost(FocusEvent event) {
                        guest.endStep();
                    }
                });
        faults = new FaultBar(texts, this::goTo);
        var below = new JPanel(new BorderLayout());
        below.add(faults, BorderLayout.NORTH);
        tools = new XmlTools(area, guest, texts, wraps, saveAs);
        below.add(tools.component(), BorderLayout.SOUTH);
        component.add(new FindBar(area, texts), BorderLayout.NORTH);
        scroll = new AreaScroll(area, true);
        component.add(scroll);
        component.add(below, BorderLayout.SOUTH);
        guest.addListener(this::showGuest);
    }

    JPanel component() {
        return component;
    }

    /** Sets whether the pane is visible; only then does it follow the document. */
    void setVisible(boolean now) {
        visible = now;
        showGuest();
        if (now) {
            takeAim();
        }
    }

    private void showGuest() {
        if (!visible || (filled && guest.text() == shown)) {
            return;
        }
        shown = guest.text();
        ends = LineEnds.of(shown.text());
        tools.fit(ends.shown());
        TextChange change = area.showText(ends.shown());
        showFault();
        if (!filled) {
            area.setCaretPosition(0);
            filled = true;
        } else if (!change.isEmpty() && !area.isFocusOwner()) {
            area.reveal(change.start(), change.start() + change.replacement().length());
        }
    }

    private void edited(TextChange change) {
        if (change.start() != typingAt && change.end() != typingAt) {
            guest.endStep();
        }
        typingAt = change.start() + change.replacement().length();
        String text = ends.toText(change).applyTo(shown.text());
        shown = DomainText.ofText(text, shown.encoding());
        ends = LineEnds.of(text);
        guest.editText(LABEL, shown);
        showFault();
    }

    private void showFault() {
        Optional<XmlFault> fault =
                shown instanceof BrokenXml broken ? Optional.of(broken.fault()) : Optional.empty();
        parser.show(fault);
        area.forceReparsing(parser);
        scroll.show(fault);
        faults.show(fault);
    }

    /** Marks the lines that differ from the saved text. */
    void show(GuestAnalysis derived) {
        if (visible && derived.text() == shown) {
            List<PreviewArea.Mark> marks = new ArrayList<>();
            for (LineChange change : derived.changes()) {
                for (int line = change.addedFirst(); line < change.addedEnd(); line++) {
                    marks.add(new PreviewArea.Mark(line, Palette.EDITED.color()));
                }
            }
            area.mark(marks);
            plan = derived.plan();
            showSpots();
        }
    }

    /** Sets the listener for the innermost element at the caret when the user moves it. */
    void onElement(Consumer<Element> listener) {
        area.addCaretListener(
                event -> {
                    if (area.isFocusOwner() && shown instanceof DomainXml domain) {
                        listener.accept(
                                ElementLocator.of(domain, ends.toText(area.getCaretPosition())));
                    }
                });
    }

    /** Marks the element that a form field edits. */
    void spotField(String field) {
        spotted = field;
        showSpots();
    }

    private void showSpots() {
        List<CommandText.Range> ranges = new ArrayList<>();
        if (plan.isPresent() && !spotted.isEmpty() && plan.get().domain() == shown) {
            for (Element element : ElementLocator.ofField(plan.get(), spotted)) {
                int end = element.children().isEmpty() ? element.end() : element.startTagEnd();
                ranges.add(new CommandText.Range(ends.toShown(element.start()), ends.toShown(end)));
            }
        }
        spots.show(ranges);
    }

    /** Puts the caret at an element, now or when the pane is next visible. */
    void aimAt(Element element) {
        aim = Optional.of(element);
        if (visible) {
            takeAim();
        }
    }

    private void takeAim() {
        aim.ifPresent(
                element -> {
                    int start = ends.toShown(element.start());
                    int end = ends.toShown(element.startTagEnd());
                    if (end <= area.getDocument().getLength()) {
                        area.setCaretPosition(start);
                        area.moveCaretPosition(end);
                    }
                });
        aim = Optional.empty();
    }

    private void goTo(TextPosition position) {
        var root = area.getDocument().getDefaultRootElement();
        var line = root.getElement(Math.min(position.line(), root.getElementCount()) - 1);
        area.setCaretPosition(
                Math.min(line.getStartOffset() + position.column() - 1, line.getEndOffset() - 1));
        area.requestFocusInWindow();
    }
}
