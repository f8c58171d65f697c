package io.sevguest.ui.guest;

import io.sevguest.qemu.command.Origin;
import io.sevguest.qemu.command.QemuArgument;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.qemu.command.ShellWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A command as shown, one option per line, with the origins of its characters. */
public final class CommandText {
    private static final int QUOTE_IN_QUOTES = 4; // '\''

    /** A range from an offset (inclusive) to another (exclusive). */
    public record Range(int start, int end) {}

    private final QemuCommand command;
    private final String text;
    private final int[] starts;

    private CommandText(QemuCommand command, String text, int[] starts) {
        this.command = command;
        this.text = text;
        this.starts = starts;
    }

    public static CommandText of(QemuCommand command) {
        List<String> parts = command.toShellParts();
        int[] starts = new int[parts.size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += parts.get(i).length() + QemuCommand.LINE_BREAK.length();
        }
        return new CommandText(command, String.join(QemuCommand.LINE_BREAK, parts), starts);
    }

    /** Returns the command, one option per line, quoted for a shell. */
    public String text() {
        return text;
    }

    /**
     * Returns the origin of the character at an offset; empty if it does not come from the
     * document.
     */
    public Optional<Origin> originAt(int offset) {
        return argumentAt(offset).flatMap(index -> originAt(index, offset));
    }

    private Optional<Integer> argumentAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int part = found >= 0 ? found : -found - 2;
        return part < 1 ? Optional.empty() : Optional.of(part - 1);
    }

    private Optional<Origin> originAt(int index, int offset) {
        QemuArgument argument = command.arguments().get(index);
        List<Origin> origins = argument.origins();
        for (Origin origin : origins) {
            Range range = range(index, origin);
            if (offset >= range.start() && offset < range.end()) {
                return Optional.of(origin);
            }
        }
        return origins.stream().findFirst();
    }

    /** Returns the ranges with the given origins. */
    public List<Range> ranges(Predicate<Origin> wanted) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < command.arguments().size(); i++) {
            for (Origin origin : command.arguments().get(i).origins()) {
                if (wanted.test(origin)) {
                    ranges.add(range(i, origin));
                }
            }
        }
        return ranges;
    }

    private Range range(int index, Origin origin) {
        QemuArgument argument = command.arguments().get(index);
        int value = starts[index + 1] + ShellWord.quote(argument.option()).length() + 1;
        return new Range(
                value + offsetInQuotes(argument.value(), origin.start()),
                value + offsetInQuotes(argument.value(), origin.end()));
    }

    /** Converts an offset in a word to the offset in the quoted word. */
    private static int offsetInQuotes(String word, int offset) {
        String quoted = ShellWord.quote(word);
        if (quoted.equals(word)) {
            return offset;
        }
        int at = 1;
        for (int i = 0; i < offset; i++) {
            at += word.charAt(i) == '\'' ? QUOTE_IN_QUOTES : 1;
        }
        return at;
    }
}
