package io.sevguest.qemu.command.machine;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.MemorySize;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A NUMA node of the guest.
 *
 * @param processors ranges such as {@code 0-3}; a node may have none
 */
record NumaCell(Element element, int id, List<String> processors, long memoryMib) {
    private static final Pattern RANGE = Pattern.compile("\\d{1,5}(-\\d{1,5})?");

    NumaCell {
        processors = List.copyOf(processors);
    }

    /**
     * The nodes of a domain; empty where there is none, and where one is written such that QEMU
     * would refuse it.
     *
     * @param processors how many the guest has
     */
    static List<NumaCell> of(DomainXml domain, int processors) {
        List<Element> elements = domain.all("cpu/numa/cell");
        List<NumaCell> cells = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            of(elements.get(i), i, processors).ifPresent(cells::add);
        }
        boolean all = cells.size() == elements.size();
        long ids =
                cells.stream().map(NumaCell::id).filter(id -> id < cells.size()).distinct().count();
        return all && ids == cells.size() ? List.copyOf(cells) : List.of();
    }

    private static Optional<NumaCell> of(Element cell, int index, int processors) {
        OptionalInt id =
                cell.hasAttribute("id")
                        ? DecimalNumber.of(cell.attribute("id"))
                        : OptionalInt.of(index);
        Optional<MemorySize> memory =
                Numbers.memory(cell.attribute("memory"), cell.attribute("unit"));
        String written = cell.attribute("cpus").replace(" ", "");
        List<String> ranges = written.isEmpty() ? List.of() : Arrays.asList(written.split(",", -1));
        boolean fit = ranges.stream().allMatch(range -> isRange(range, processors));
        return fit && id.isPresent() && memory.isPresent()
                ? Optional.of(new NumaCell(cell, id.getAsInt(), ranges, memory.get().toMib()))
                : Optional.empty();
    }

    private static boolean isRange(String range, int processors) {
        if (!RANGE.matcher(range).matches()) {
            return false;
        }
        String[] ends = range.split("-", -1);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return first <= last && last < processors;
    }
}
