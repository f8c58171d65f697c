package io.sevguest.cli.guest;

import io.sevguest.bytes.Bytes;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.run.GuestListener;
import io.sevguest.launch.run.RunningGuest;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.qmp.QmpEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;

/**
 * The terminal as the console of a guest. The serial line goes to stdout, everything else to
 * stderr.
 */
final class TerminalConsole implements GuestListener {
    private static final int BLOCK = 4096;

    private final PrintStream serial;
    private final PrintWriter messages;
    private boolean closedTold;

    TerminalConsole(PrintStream serial, PrintWriter messages) {
        this.serial = serial;
        this.messages = messages;
    }

    @Override
    public void serial(Bytes output) {
        serial.writeBytes(output.toArray());
        if (serial.checkError() && !closedTold) {
            closedTold = true;
            say(
                    "The output is closed, so the output of the guest is no longer shown. The guest"
                            + " is still running.");
        }
    }

    @Override
    public void message(String line) {
        say("qemu: " + line);
    }

    @Override
    public void event(QmpEvent event) {
        if (!event.name().equals("RTC_CHANGE")) {
            say("event: " + event.name() + (event.data().isEmpty() ? "" : " " + event.data()));
        }
    }

    @Override
    public void notice(String text) {
        say(text);
    }

    @Override
    public void restarted(LaunchPlan plan) {
        say(plan.title());
    }

    void say(String text) {
        messages.println("sevguest: " + text);
        messages.flush();
    }

    /**
     * Sends the input to the guest on a separate thread. The end of the input does not end the
     * guest. Line ends are sent as carriage returns, like the Enter key of a serial terminal.
     */
    void type(InputStream input, RunningGuest guest) {
        var typing = new Thread(() -> send(input, guest), "terminal-input");
        typing.setDaemon(true);
        typing.start();
    }

    private void send(InputStream input, RunningGuest guest) {
        try {
            byte[] block = new byte[BLOCK];
            for (int got = input.read(block); got >= 0; got = input.read(block)) {
                guest.send(asTyped(Arrays.copyOf(block, got)));
            }
        } catch (IOException unreadable) {
            say("The input cannot be read: " + unreadable.getMessage());
        } catch (ProblemException closed) {
            say(closed.problem().what());
        }
    }

    /** Replaces line feeds with carriage returns. The UEFI shell accepts nothing else as Enter. */
    private static Bytes asTyped(byte[] input) {
        for (int i = 0; i < input.length; i++) {
            if (input[i] == '\n') {
                input[i] = '\r';
            }
        }
        return Bytes.of(input);
    }
}
