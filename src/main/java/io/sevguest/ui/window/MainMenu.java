package io.sevguest.ui.window;

import io.sevguest.state.ThemeChoice;
import io.sevguest.ui.action.ActionId;
import io.sevguest.ui.action.Actions;
import io.sevguest.ui.form.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** The menus of the window. */
final class MainMenu {
    private final JMenuBar component = new JMenuBar();
    private final Actions actions;
    private final Texts texts;

    MainMenu(Actions actions, Texts texts, GuestFiles files, Looks looks) {
        this.actions = actions;
        this.texts = texts;
        component.add(file(files));
        edit();
        view(looks);
        guest();
        component.add(menu("menu.help", ActionId.ABOUT));
    }

    JMenuBar component() {
        return component;
    }

    private JMenu file(GuestFiles files) {
        JMenu menu = menu("menu.file");
        JMenu fresh = menu("menu.new");
        new TemplateMenu(texts, files).items().forEach(fresh::add);
        menu.add(fresh);
        menu.add(actions.menuItem(ActionId.OPEN));
        menu.add(recent(files::recent, files));
        menu.addSeparator();
        menu.add(actions.menuItem(ActionId.SAVE));
        menu.add(actions.menuItem(ActionId.SAVE_AS));
        menu.add(actions.menuItem(ActionId.RELOAD));
        menu.addSeparator();
        menu.add(actions.menuItem(ActionId.QUIT));
        return menu;
    }

    /** The files that were open last; filled when it is opened. */
    private JMenu recent(Supplier<List<Path>> paths, GuestFiles files) {
        JMenu menu = menu("menu.recent");
        menu.addMenuListener(
                new MenuListener() {
                    @Override
                    public void menuSelected(MenuEvent event) {
                        menu.removeAll();
                        for (Path path : paths.get()) {
                            menu.add(path.toString()).addActionListener(chosen -> files.open(path));
                        }
                    }

                    @Override
                    public void menuDeselected(MenuEvent event) {
                        // the entries stay until it is opened again
                    }

                    @Override
                    public void menuCanceled(MenuEvent event) {
                        // the entries stay until it is opened again
                    }
                });
        return menu;
    }

    private void edit() {
        component.add(
                menu(
                        "menu.edit",
                        ActionId.UNDO,
                        ActionId.REDO,
                        ActionId.IMPORT,
                        ActionId.FIND_SETTING));
    }

    private void view(Looks looks) {
        JMenu menu = menu("menu.view");
        var group = new ButtonGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            var item = new JRadioButtonMenuItem();
            texts.caption("theme." + choice.name()).show(item);
            item.setName("theme." + choice.name());
            item.setSelected(choice == looks.theme());
            item.addActionListener(event -> looks.choose(choice));
            group.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        menu.add(actions.menuItem(ActionId.ZOOM_IN));
        menu.add(actions.menuItem(ActionId.ZOOM_OUT));
        menu.add(actions.menuItem(ActionId.ZOOM_RESET));
        component.add(menu);
    }

    private void guest() {
        component.add(
                menu(
                        "menu.guest",
                        ActionId.NEW_SESSION,
                        ActionId.CHECK,
                        ActionId.LAUNCH,
                        ActionId.STOP));
    }

    private JMenu menu(String key, ActionId... entries) {
        var menu = new JMenu();
        menu.setName(key);
        texts.caption(key).show(menu);
        for (ActionId entry : entries) {
            menu.add(actions.menuItem(entry));
        }
        return menu;
    }
}
