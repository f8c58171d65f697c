package io.sevguest.domain.guest;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The arrangement of the virtual CPUs.
 *
 * @param sockets 1 or more
 * @param dies per socket, 1 or more
 * @param cores per die, 1 or more
 * @param threads per core, 1 or more
 */
public record CpuTopology(int sockets, int dies, int cores, int threads) {
    private static final String PATH = "cpu/topology";

    /** Returns the topology of a domain; empty if it has none, or not all that libvirt requires. */
    static Optional<CpuTopology> of(DomainXml domain) {
        Optional<Element> element = domain.at(PATH);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt sockets = DecimalNumber.of(element.get().attribute("sockets"));
        OptionalInt dies =
                element.get().hasAttribute("dies")
                        ? DecimalNumber.of(element.get().attribute("dies"))
                        : OptionalInt.of(1);
        OptionalInt cores = DecimalNumber.of(element.get().attribute("cores"));
        OptionalInt threads = DecimalNumber.of(element.get().attribute("threads"));
        if (sockets.isEmpty() || dies.isEmpty() || cores.isEmpty() || threads.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CpuTopology(
                        sockets.getAsInt(), dies.getAsInt(), cores.getAsInt(), threads.getAsInt()));
    }

    static DomainXml with(DomainXml domain, Optional<CpuTopology> topology) {
        if (topology.isEmpty()) {
            return domain.withoutAll(PATH);
        }
        return topology.get().writtenTo(domain);
    }

    private DomainXml writtenTo(DomainXml domain) {
        DomainXml edited = domain.withAttributeAt(PATH, "sockets", Integer.toString(sockets));
        if (dies != 1 || edited.at(PATH).orElseThrow().hasAttribute("dies")) {
            edited = edited.withAttributeAt(PATH, "dies", Integer.toString(dies));
        }
        return edited.withAttributeAt(PATH, "cores", Integer.toString(cores))
                .withAttributeAt(PATH, "threads", Integer.toString(threads));
    }
}
