package io.sevguest.ui.file;

import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.ui.form.Texts;
import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** The templates for new guests, as menu items. */
public final class TemplateMenu {
    private final Texts texts;
    private final GuestFiles files;

    public TemplateMenu(Texts texts, GuestFiles files) {
        this.texts = texts;
        this.files = files;
    }

    /** Returns one item per template, which creates a new guest. */
    public List<JMenuItem> items() {
        return Arrays.stream(GuestTemplate.values()).map(this::item).toList();
    }

    private JMenuItem item(GuestTemplate template) {
        var item = new JMenuItem();
        texts.caption("template." + template.name()).show(item);
        item.setName("template." + template.name());
        item.addActionListener(event -> files.create(template));
        return item;
    }

    /** Opens the menu below a component. */
    public void showBelow(Component place) {
        var menu = new JPopupMenu();
        items().forEach(menu::add);
        menu.show(place, 0, place.getHeight());
    }
}
