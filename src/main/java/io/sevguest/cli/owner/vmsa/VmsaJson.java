package io.sevguest.cli.owner.vmsa;

import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.measurement.vmsa.VmsaField;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Converts a VMSA page into the JSON of {@code sevctl vmsa show}, followed by nonzero fields that
 * sevctl does not know. Numbers are unsigned. Source: sevctl, src/vmsa.rs.
 */
record VmsaJson(Vmsa page) {
    /** The fields for which sevctl has no name. */
    private static final List<String> UNKNOWN_TO_SEVCTL =
            List.of("sev_features", "mxcsr", "x87_fcw");

    private static final List<Reserved> RESERVED =
            List.of(
                    new Reserved("reserved_1", 0x0a0, 43),
                    new Reserved("reserved_2", 0x0cc, 4),
                    new Reserved("reserved_3", 0x0d8, 104),
                    new Reserved("reserved_4", 0x180, 88),
                    new Reserved("reserved_5", 0x1e0, 24),
                    new Reserved("reserved_6", 0x248, 32),
                    new Reserved("reserved_7", 0x298, 72),
                    new Reserved("reserved_7b", 0x2e4, 4),
                    new Reserved("reserved_7a", 0x2ec, 20),
                    new Reserved("reserved_8", 0x300, Long.BYTES),
                    new Reserved("reserved_9", 0x320, Long.BYTES),
                    new Reserved("reserved_10", 0x380, 16),
                    new Reserved("reserved_11", 0x3b0, 56),
                    new Reserved("valid_bitmap", 0x3f0, 16));

    /** Reserved bytes between two fields. Eight bytes are shown as a number. */
    private record Reserved(String name, int offset, int size) {
        Object value(Vmsa page) {
            return size == Long.BYTES
                    ? unsigned(page.get(new VmsaField(name, offset, size)))
                    : IntStream.range(offset, offset + size).map(page.page()::at).boxed().toList();
        }
    }

    /** Returns the JSON object, with its members in the order of their offsets. */
    Map<String, Object> object() {
        Map<Integer, Map.Entry<String, Object>> parts = new TreeMap<>();
        Map<String, Map<String, Object>> segments = new LinkedHashMap<>();
        for (VmsaField field : VmsaField.all()) {
            Object value = unsigned(page.get(field));
            if (field.segment().isPresent()) {
                String segment = field.segment().get();
                segments.computeIfAbsent(segment, name -> new LinkedHashMap<>())
                        .put(field.name().substring(segment.length() + 1), value);
            } else if (!UNKNOWN_TO_SEVCTL.contains(field.name())) {
                parts.put(field.offset(), Map.entry(field.name(), value));
            }
        }
        RESERVED.forEach(
                part -> parts.put(part.offset(), Map.entry(part.name(), part.value(page))));
        Map<String, Object> object = new LinkedHashMap<>(segments);
        parts.values().forEach(part -> object.put(part.getKey(), part.getValue()));
        addUnknown(object);
        return object;
    }

    private void addUnknown(Map<String, Object> object) {
        for (VmsaField field : VmsaField.all()) {
            if (UNKNOWN_TO_SEVCTL.contains(field.name()) && page.get(field) != 0) {
                object.put(field.name(), unsigned(page.get(field)));
            }
        }
        List<String> unnamed = new VmsaContent(page).unnamed();
        if (!unnamed.isEmpty()) {
            object.put("unnamed", unnamed);
        }
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }
}
