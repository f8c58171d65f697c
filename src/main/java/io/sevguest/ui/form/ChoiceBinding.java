package io.sevguest.ui.form;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Scope;
import java.awt.Component;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/**
 * A combo box bound to a part of the domain. A value that is not among the choices is added while
 * its guest is open.
 */
final class ChoiceBinding<V> {
    private final Field<DomainXml, V> field;
    private final List<V> values;
    private final GuestModel guest;
    private final Texts texts;
    private final JComboBox<V> component = new JComboBox<>();
    private Scope shownFor;
    private boolean filling;

    ChoiceBinding(Field<DomainXml, V> field, List<V> values, GuestModel guest, Texts texts) {
        this.field = field;
        this.values = List.copyOf(values);
        this.guest = guest;
        shownFor = guest.scope();
        this.texts = texts;
        values.forEach(component::addItem);
        component.setRenderer(new LabelRenderer());
        component.addActionListener(
                event -> {
                    if (!filling) {
                        V chosen = component.getItemAt(component.getSelectedIndex());
                        guest.edit(field.id(), domain -> field.with().apply(domain, chosen));
                    }
                });
    }

    JComboBox<V> component() {
        return component;
    }

    void fill(DomainXml domain) {
        V value = field.get().apply(domain);
        filling = true;
        forgetOtherGuest();
        component.setSelectedItem(value);
        if (!value.equals(component.getSelectedItem())) {
            component.addItem(value);
            component.setSelectedItem(value);
        }
        filling = false;
    }

    private void forgetOtherGuest() {
        if (shownFor.isOver()) {
            shownFor = guest.scope();
            for (int i = component.getItemCount() - 1; i >= values.size(); i--) {
                component.removeItemAt(i);
            }
        }
    }

    private final class LabelRenderer extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String key = field.id() + "." + value;
            String words = texts.has(key) ? texts.get(key) : String.valueOf(value);
            return super.getListCellRendererComponent(list, words, index, selected, focused);
        }
    }
}
