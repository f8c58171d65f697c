package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.List;

/** The guest's NUMA nodes: their memory, their processors, and how far they are from each other. */
final class NumaArguments {
    private static final int NEAREST = 10;
    private static final int FARTHEST = 254;

    private final CommandDraft draft;
    private final List<NumaCell> cells;

    NumaArguments(CommandDraft draft, List<NumaCell> cells) {
        this.draft = draft;
        this.cells = cells;
    }

    void write() {
        if (cells.isEmpty()) {
            return;
        }
        draft.domain().at("cpu/numa").ifPresent(numa -> draft.neutral(numa));
        cells.forEach(this::cell);
        boolean complete =
                cells.stream().allMatch(from -> cells.stream().allMatch(to -> tells(from, to)));
        if (complete) {
            cells.forEach(this::distances);
        }
    }

    private void cell(NumaCell cell) {
        XmlPlace memory = XmlPlace.of(cell.element(), "memory");
        String id = "ram-node" + cell.id();
        draft.argument(
                "-object",
                OptionText.of("memory-backend-ram")
                        .add("id", id)
                        .add(
                                "size",
                                cell.memoryMib() + "M",
                                memory,
                                XmlPlace.of(cell.element(), "unit")));
        OptionText node = OptionText.of("node");
        XmlPlace number = XmlPlace.of(cell.element(), "id");
        node.add("nodeid", Integer.toString(cell.id()), number);
        for (String range : cell.processors()) {
            node.add("cpus", range, XmlPlace.of(cell.element(), "cpus"));
        }
        draft.argument("-numa", node.add("memdev", id));
    }

    /** Returns whether a distance between two nodes is written, in one direction at least. */
    private static boolean tells(NumaCell from, NumaCell to) {
        return from.id() == to.id() || isWritten(from, to) || isWritten(to, from);
    }

    private static boolean isWritten(NumaCell from, NumaCell to) {
        return siblings(from).stream()
                .anyMatch(
                        sibling ->
                                DecimalNumber.of(sibling.attribute("id")).orElse(-1) == to.id()
                                        && isDistance(sibling));
    }

    private static boolean isDistance(Element sibling) {
        int value = DecimalNumber.of(sibling.attribute("value")).orElse(0);
        return value >= NEAREST && value <= FARTHEST;
    }

    private static List<Element> siblings(NumaCell cell) {
        return cell.element()
                .child("distances")
                .map(distances -> distances.children("sibling"))
                .orElse(List.of());
    }

    private void distances(NumaCell cell) {
        cell.element().child("distances").ifPresent(it -> draft.neutral(it));
        for (Element sibling : siblings(cell)) {
            if (isDistance(sibling)) {
                draft.argument(
                        "-numa",
                        OptionText.of("dist")
                                .add("src", Integer.toString(cell.id()))
                                .add("dst", XmlPlace.of(sibling, "id"))
                                .add("val", XmlPlace.of(sibling, "value")));
            }
        }
    }
}
