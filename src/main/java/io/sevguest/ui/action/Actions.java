package io.sevguest.ui.action;

import io.sevguest.ui.form.Caption;
import io.sevguest.ui.form.Texts;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** The commands of one window as Swing actions; each is disabled until it gets a handler. */
public final class Actions {
    private final Map<ActionId, Action> actions = new EnumMap<>(ActionId.class);
    private final Map<ActionId, Runnable> handlers = new EnumMap<>(ActionId.class);

    public Actions(Texts texts) {
        for (ActionId id : ActionId.values()) {
            actions.put(id, action(id, Caption.parse(texts.get(id.id()))));
        }
    }

    private Action action(ActionId id, Caption caption) {
        var action =
                new AbstractAction(caption.text()) {
                    @Override
                    public void actionPerformed(ActionEvent event) {
                        handlers.get(id).run();
                    }
                };
        if (caption.mnemonicIndex() >= 0) {
            action.putValue(Action.MNEMONIC_KEY, caption.mnemonic());
            action.putValue(Action.DISPLAYED_MNEMONIC_INDEX_KEY, caption.mnemonicIndex());
        }
        action.putValue(Action.ACCELERATOR_KEY, id.keyStroke());
        id.icon().ifPresent(icon -> action.putValue(Action.SMALL_ICON, icon.icon()));
        action.setEnabled(false);
        return action;
    }

    /** Sets the handler of a command and enables it. */
    public void on(ActionId id, Runnable handler) {
        handlers.put(id, handler);
        of(id).setEnabled(true);
    }

    /** Enables a command, or disables it for a reason, which its button and menu item show. */
    public void set(ActionId id, boolean on, String whyNot) {
        of(id).setEnabled(on);
        of(id).putValue(Action.SHORT_DESCRIPTION, on ? null : whyNot);
    }

    public Action of(ActionId id) {
        return actions.get(id);
    }

    /** Runs a command as if it had been chosen; a disabled command does nothing. */
    public void run(ActionId id) {
        if (of(id).isEnabled()) {
            handlers.get(id).run();
        }
    }

    /** Returns a menu item. */
    public JMenuItem menuItem(ActionId id) {
        var item = new JMenuItem(of(id));
        item.setName(id.id() + ".menu");
        return item;
    }

    /** Returns a menu item for something that is on or off, at first off. */
    public JMenuItem checkItem(ActionId id) {
        var item = new JCheckBoxMenuItem(of(id));
        item.setName(id.id() + ".menu");
        return item;
    }

    /** Sets the state that a {@link #checkItem} shows. */
    public void select(ActionId id, boolean on) {
        of(id).putValue(Action.SELECTED_KEY, on);
    }

    /**
     * Returns a tool bar button with icon and tool tip, and with a label if {@code words} is true.
     */
    public JButton toolButton(ActionId id, boolean words) {
        var button = new JButton(of(id));
        button.setName(id.id());
        button.setMnemonic(0);
        String name = (String) of(id).getValue(Action.NAME);
        button.getAccessibleContext().setAccessibleName(name);
        String tip = name.replace("…", "") + " (" + keyText(id.keyStroke()) + ")";
        showTip(button, tip);
        of(id).addPropertyChangeListener(
                        change -> showTip(button, tip)); // after the button's own listener
        button.setFocusable(false);
        if (!words) {
            button.setHideActionText(true);
        }
        return button;
    }

    /** Sets the tool tip; for a disabled command, the reason follows the usual tip. */
    private static void showTip(JButton button, String usual) {
        Object whyNot = button.getAction().getValue(Action.SHORT_DESCRIPTION);
        button.setToolTipText(whyNot == null ? usual : usual + ": " + whyNot);
    }

    /** Binds the key stroke of a command that is in no menu to a window's root pane. */
    public void bind(JComponent root, ActionId id, KeyStroke key) {
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(key, id.id());
        root.getActionMap().put(id.id(), of(id));
    }

    private static String keyText(KeyStroke key) {
        String modifiers = KeyEvent.getModifiersExText(key.getModifiers());
        String name = KeyEvent.getKeyText(key.getKeyCode());
        return modifiers.isEmpty() ? name : modifiers + "+" + name;
    }
}
