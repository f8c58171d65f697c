package io.sevguest.ui.form;

import io.sevguest.domain.DomainXml;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Scope;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A text field bound to a part of the domain. What is typed goes into the domain at once, as if the
 * whole text had been set at once: an element that is temporarily empty keeps its attributes. The
 * text is normalized when the focus leaves, never while typing. An invalid text stays in the field
 * and is reported then, and the domain has its value from before the typing.
 */
public final class TextBinding implements DocumentListener {
    private final JTextField component = new JTextField();
    private final String id;
    private final GuestModel guest;
    private final Function<DomainXml, String> read;
    private final Function<String, Optional<UnaryOperator<DomainXml>>> typed;
    private Consumer<String> wrong = words -> {};

    /** The value that the domain keeps while the text of the field is not valid. */
    private Optional<String> refused = Optional.empty();

    /** The guest that the refused text was typed for. */
    private Scope refusedFor = Scope.PROGRAM;

    private boolean filling;
    private boolean telling;

    /**
     * Binds a new text field.
     *
     * @param typed the edit for the text that was typed; empty if the text is not valid, and the
     *     domain is not changed
     */
    public TextBinding(
            String id,
            GuestModel guest,
            Function<DomainXml, String> read,
            Function<String, Optional<UnaryOperator<DomainXml>>> typed) {
        this.id = id;
        this.guest = guest;
        this.read = read;
        this.typed = typed;
        component.getDocument().addDocumentListener(this);
        component.addFocusListener(new FocusLossListener(this::normalise));
        component.addActionListener(event -> normalise());
    }

    public JTextField component() {
        return component;
    }

    /**
     * Adds a listener for text that is not valid when the focus leaves it, and for its correction,
     * an empty text.
     */
    public void onWrong(Consumer<String> listener) {
        wrong = listener;
    }

    /** Shows the domain, unless this field is just writing to it. */
    public void fill(DomainXml domain) {
        String now = read.apply(domain);
        boolean refusing = refused.equals(Optional.of(now)) && !refusedFor.isOver();
        if (!telling && !refusing) {
            accept();
            set(now);
        }
    }

    private void normalise() {
        if (refused.isPresent()) {
            wrong.accept(component.getText());
        } else {
            guest.domain().ifPresent(domain -> set(read.apply(domain)));
        }
    }

    private void accept() {
        if (refused.isPresent()) {
            refused = Optional.empty();
            wrong.accept("");
        }
    }

    private void set(String words) {
        component.setEditable(words.indexOf('\n') < 0); // one line here would join several lines
        if (!component.getText().equals(words)) {
            filling = true;
            component.setText(words);
            component.setCaretPosition(0);
            filling = false;
        }
    }

    private void tell() {
        if (filling) {
            return;
        }
        Optional<UnaryOperator<DomainXml>> edit = typed.apply(component.getText());
        telling = true;
        guest.editAnew(id, edit.orElse(UnaryOperator.identity()));
        telling = false;
        if (edit.isEmpty()) {
            refused = guest.domain().map(read);
            refusedFor = guest.scope();
        } else {
            accept();
        }
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        tell();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        tell();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        // the attributes of a plain text never change
    }
}
