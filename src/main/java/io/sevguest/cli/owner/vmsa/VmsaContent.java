package io.sevguest.cli.owner.vmsa;

import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.measurement.vmsa.VmsaField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes the content of a VMSA page as text. */
record VmsaContent(Vmsa page) {
    /**
     * Returns the meaning of the page, followed by its nonzero fields in the order of their
     * offsets.
     */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("processor      " + processor());
        lines.add("starts at      0x%08x%s".formatted(page.resetAddress(), role()));
        lines.add("FPU state      " + (page.hasFpuState() ? "as after a reset" : "none"));
        lines.add("");
        for (VmsaField field : VmsaField.all()) {
            if (page.get(field) != 0) {
                lines.add(
                        "0x%03x  %-14s 0x%x"
                                .formatted(field.offset(), field.name(), page.get(field)));
            }
        }
        List<String> unnamed = unnamed();
        if (!unnamed.isEmpty()) {
            lines.add("");
            lines.add("Nonzero bytes outside the known fields: " + String.join(", ", unnamed));
        }
        return String.join("\n", lines);
    }

    private String processor() {
        CpuSignature cpu = page.cpu();
        return Arrays.stream(CpuModel.values())
                .filter(model -> model.signature().equals(cpu))
                .findFirst()
                .map(model -> cpu.words() + ", " + model.words())
                .orElse(cpu.words());
    }

    private String role() {
        return page.resetAddress() == Vmsa.BOOT_RESET_ADDRESS
                ? ", the first CPU"
                : ", a further CPU";
    }

    /** Returns the nonzero bytes outside the known fields. */
    List<String> unnamed() {
        var named =
                VmsaField.all().stream()
                        .flatMapToInt(
                                field ->
                                        IntStream.range(
                                                field.offset(), field.offset() + field.size()))
                        .boxed()
                        .collect(Collectors.toSet());
        return IntStream.range(0, Vmsa.SIZE)
                .filter(offset -> page.page().at(offset) != 0 && !named.contains(offset))
                .mapToObj(offset -> "0x%03x = 0x%02x".formatted(offset, page.page().at(offset)))
                .toList();
    }
}
