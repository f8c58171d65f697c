package io.sevguest.ui.form;

import io.sevguest.domain.DomainXml;
import io.sevguest.ui.guest.GuestModel;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A text field bound to a part of the domain. What is typed goes into the domain at once; the text
 * is brought into its normal form when the focus leaves, never while typing.
 */
public final class TextBinding implements DocumentListener {
    private final JTextField component = new JTextField();
    private final String id;
    private final GuestModel guest;
    private final Function<DomainXml, String> read;
    private final Function<String, Optional<UnaryOperator<DomainXml>>> typed;
    private boolean filling;
    private boolean telling;

    /**
     * Binds a new text field.
     *
     * @param typed the edit for what was typed; empty where it is no value, and the domain stays
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
        component.addFocusListener(new OnFocusLost(this::normalise));
        component.addActionListener(event -> normalise());
    }

    public JTextField component() {
        return component;
    }

    /** Shows the domain, unless this field is just telling the domain what is typed in it. */
    public void fill(DomainXml domain) {
        if (!telling) {
            set(read.apply(domain));
        }
    }

    private void normalise() {
        guest.domain().ifPresent(domain -> set(read.apply(domain)));
    }

    private void set(String words) {
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
        telling = true;
        typed.apply(component.getText()).ifPresent(edit -> guest.edit(id, edit));
        telling = false;
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
        // attributes of a plain text never change
    }
}
