package io.sevguest.ui.launch;

import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.ui.console.ConsolePane;
import io.sevguest.ui.form.FactTable;
import io.sevguest.ui.form.Texts;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;

/** The output of a guest and its QEMU: serial console, QEMU's own messages, and its events. */
final class RunTabs implements RunListener {
    private final JTabbedPane component = new JTabbedPane();
    private final GuestRun run;
    private final Texts texts;
    private final ConsolePane console;
    private final ConsoleWindow window;
    private final JTextArea messages = new JTextArea();
    private final EventTable events;
    private boolean started;

    RunTabs(GuestRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
        console = new ConsolePane(texts, run::send);
        window = new ConsoleWindow(console, run, texts);
        events = new EventTable(texts);
        messages.setName("launch.messages");
        messages.setEditable(false);
        messages.setLineWrap(true);
        messages.setWrapStyleWord(true);
        messages.getAccessibleContext().setAccessibleName(texts.get("launch.messages"));
        var table = new FactTable("launch.events", texts.get("launch.events"), events);
        component.setName("launch.tabs");
        component.addTab(texts.get("launch.console"), window.place());
        component.addTab(texts.get("launch.messages"), new JScrollPane(messages));
        component.addTab(texts.get("launch.events"), new JScrollPane(table));
        run.addListener(this);
        run.onChange(this::clearAtStart);
    }

    JTabbedPane component() {
        return component;
    }

    ConsoleWindow window() {
        return window;
    }

    /** Brings the console to the front, in whichever window it is, and focuses it. */
    void showConsole() {
        component.setSelectedIndex(0);
        window.toFront();
        console.requestFocus();
    }

    private void clearAtStart() {
        if (run.state() == RunState.STARTING && !started) {
            messages.setText("");
            events.clear();
            console.clear();
        }
        started = run.state().isAlive();
    }

    @Override
    public void serial(byte[] output) {
        console.write(output);
    }

    @Override
    public void message(String line) {
        messages.append(line + "\n");
    }

    @Override
    public void event(QmpEvent event) {
        events.add(event);
    }

    @Override
    public void notice(String text) {
        messages.append(texts.get("launch.notice", text) + "\n");
        console.notice(text);
    }
}
