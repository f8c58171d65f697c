package io.sevguest.cli.owner.measurement;

import io.sevguest.measurement.secret.NamedSecret;
import io.sevguest.measurement.secret.SecretTable;
import io.sevguest.problem.Count;
import io.sevguest.qemu.command.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report about a launch secret that was created or refused. It contains names and sizes, never
 * the secrets.
 *
 * @param verdict the verdict on the measurement; empty if it was not checked
 */
record SecretReport(
        Optional<MeasurementVerdict> verdict, SecretOutput.Files files, SecretTable table) {
    private boolean isRefused() {
        return verdict.isPresent() && !verdict.get().matches();
    }

    String text() {
        List<String> lines = new ArrayList<>();
        verdict.ifPresent(checked -> lines.add(checked.text()));
        if (isRefused()) {
            lines.add("");
            lines.add("No secret was created.");
            return String.join("\n", lines);
        }
        lines.add("header   " + files.header());
        lines.add("payload  " + files.payload());
        lines.addAll(entries(table));
        lines.add("");
        lines.addAll(nextStep());
        return String.join("\n", lines);
    }

    private List<String> nextStep() {
        if (!files.isText()) {
            return List.of("Both files are binary. For virsh, which expects base64, add --base64.");
        }
        return List.of(
                "On the host, run these commands while the guest is paused:",
                "  virsh domsetlaunchsecstate GUEST --secrethdr %s --secret %s"
                        .formatted(
                                ShellWord.quote(files.header().toString()),
                                ShellWord.quote(files.payload().toString())),
                "  virsh resume GUEST");
    }

    /** Returns a line for each secret of a table. */
    static List<String> entries(SecretTable table) {
        return table.entries().stream()
                .map(
                        entry ->
                                "secret   %s  %s  %s"
                                        .formatted(
                                                entry.guid(),
                                                Count.of(entry.data().size(), "byte"),
                                                NamedSecret.meaning(entry.guid()))
                                        .stripTrailing())
                .toList();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("written", !isRefused());
        json.put("verified", verdict.isPresent() && verdict.get().matches());
        verdict.ifPresent(checked -> json.put("measurement", checked.json()));
        json.put("header", files.header().toString());
        json.put("payload", files.payload().toString());
        json.put("encoding", files.isText() ? "base64" : "binary");
        json.put("secrets", jsonOf(table));
        return json;
    }

    /** Returns the names and sizes of the secrets of a table. */
    static List<Map<String, Object>> jsonOf(SecretTable table) {
        List<Map<String, Object>> secrets = new ArrayList<>();
        for (SecretTable.Entry entry : table.entries()) {
            Map<String, Object> secret = new LinkedHashMap<>();
            secret.put("guid", entry.guid().toString());
            secret.put("meaning", NamedSecret.meaning(entry.guid()));
            secret.put("size", entry.data().size());
            secrets.add(secret);
        }
        return secrets;
    }
}
