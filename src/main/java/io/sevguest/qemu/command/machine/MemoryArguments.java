package io.sevguest.qemu.command.machine;

import io.sevguest.domain.MemorySize;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.QemuFindings;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Memory, virtual processors and their topology. */
public final class MemoryArguments {
    private static final String MEMORY_WHOLE =
            "The guest gets all of its memory at the start, in one piece.";

    /** 8 EiB, more than any guest can have. */
    private static final long MOST_MIB = 1L << 43;

    private final CommandDraft draft;

    public MemoryArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        List<NumaCell> cells = NumaCell.of(draft.domain(), processorCount());
        memory(cells);
        locked();
        processors();
        new NumaArguments(draft, cells).write();
        draft.domain().at("memoryBacking").ifPresent(it -> draft.neutral(it));
        draft.domain()
                .at("currentMemory")
                .ifPresent(
                        it -> draft.omit(it, MEMORY_WHOLE + " A balloon could shrink it later."));
        draft.domain().at("maxMemory").ifPresent(it -> draft.omit(it, MEMORY_WHOLE));
    }

    private int processorCount() {
        return Math.max(1, DecimalNumber.of(draft.domain().textAt("vcpu")).orElse(1));
    }

    /**
     * Writes the memory; the sum of the nodes if there are any, since QEMU requires the two to
     * agree.
     */
    private void memory(List<NumaCell> cells) {
        Optional<Element> memory = draft.domain().at("memory");
        Optional<MemorySize> size =
                memory.flatMap(element -> Numbers.memory(element)).filter(it -> it.toMib() > 0);
        if (size.isEmpty()) {
            draft.finding(
                    QemuFindings.TABLE
                            .finding("memory-unusable")
                            .about(GuestFields.MEMORY.id())
                            .at(draft.domain(), memory.orElse(draft.domain().root())));
            return;
        }
        Element element = memory.orElseThrow();
        long mib =
                cells.isEmpty()
                        ? size.get().toMib()
                        : cells.stream()
                                .mapToLong(NumaCell::memoryMib)
                                .reduce(0, (sum, more) -> Math.min(sum + more, MOST_MIB));
        if (mib != size.get().toMib()) {
            draft.assume(
                    "memory",
                    mib + "M",
                    "The sum of the NUMA nodes counts, as in libvirt; <memory> says otherwise.");
        }
        draft.argument(
                "-m",
                OptionText.empty()
                        .add(
                                "size",
                                mib + "M",
                                XmlPlace.of(element),
                                XmlPlace.of(element, "unit")));
    }

    private void locked() {
        Optional<Element> locked = draft.domain().at("memoryBacking/locked");
        if (locked.isEmpty()) {
            return;
        }
        if (!SecurityObject.isIn(draft)) {
            draft.omit(
                    locked.get(),
                    "Only an encrypted guest needs its memory locked; without, it also starts where"
                            + " the limit of locked memory is low.");
        } else if (draft.isAtLeast(3, 0)) {
            draft.argument(
                    "-overcommit",
                    OptionText.empty().add("mem-lock", "on", XmlPlace.of(locked.get())));
        } else {
            draft.argument(
                    "-realtime", OptionText.empty().add("mlock", "on", XmlPlace.of(locked.get())));
        }
    }

    private void processors() {
        Optional<Element> vcpu = draft.domain().at("vcpu");
        OptionalInt written =
                vcpu.map(element -> DecimalNumber.of(element.text())).orElse(OptionalInt.empty());
        int maximum = Math.max(1, written.orElse(1));
        if (written.isEmpty()) {
            vcpu.ifPresent(
                    it -> draft.omit(it, "It is not a number. The guest gets one processor."));
        }
        XmlPlace[] from =
                written.isPresent()
                        ? new XmlPlace[] {XmlPlace.of(vcpu.orElseThrow())}
                        : new XmlPlace[0];
        OptionText smp;
        OptionalInt current =
                vcpu.map(element -> DecimalNumber.of(element.attribute("current")))
                        .orElse(OptionalInt.empty());
        if (current.isPresent() && current.getAsInt() > 0 && current.getAsInt() < maximum) {
            smp =
                    OptionText.of(
                                    Integer.toString(current.getAsInt()),
                                    XmlPlace.of(vcpu.orElseThrow(), "current"))
                            .add("maxcpus", Integer.toString(maximum), from);
        } else {
            smp = OptionText.of(Integer.toString(maximum), from);
            vcpu.ifPresent(it -> draft.neutral(it, "current"));
        }
        topology(smp, maximum);
        draft.argument("-smp", smp);
    }

    private void topology(OptionText smp, int maximum) {
        Optional<Element> topology = draft.domain().at("cpu/topology");
        if (topology.isEmpty()) {
            smp.add("sockets", Integer.toString(maximum)).add("cores", "1").add("threads", "1");
            return;
        }
        Element element = topology.get();
        smp.addWritten("sockets", XmlPlace.of(element, "sockets"));
        if (draft.isAtLeast(4, 1)) {
            smp.addWritten("dies", XmlPlace.of(element, "dies"));
        }
        smp.addWritten("cores", XmlPlace.of(element, "cores"));
        smp.addWritten("threads", XmlPlace.of(element, "threads"));
        var product = BigInteger.ONE;
        for (String part : new String[] {"sockets", "dies", "cores", "threads"}) {
            int factor = Math.max(1, DecimalNumber.of(element.attribute(part)).orElse(1));
            product = product.multiply(BigInteger.valueOf(factor));
        }
        if (!product.equals(BigInteger.valueOf(maximum))) {
            draft.finding(XmlPlace.of(element), "topology-mismatch", product, maximum);
        }
    }
}
