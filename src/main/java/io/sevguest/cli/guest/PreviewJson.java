package io.sevguest.cli.guest;

import io.sevguest.domain.Finding;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.PlannedFile;
import io.sevguest.qemu.command.Assumption;
import io.sevguest.qemu.command.Omission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A preview as JSON: maps, lists, strings and numbers. */
final class PreviewJson {
    private PreviewJson() {}

    static Map<String, Object> of(LaunchPlan plan, List<Finding> findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("xml", plan.domain().text());
        json.put("args", plan.command().toArgs());
        if (!plan.command().environment().isEmpty()) {
            json.put("environment", plan.command().environment());
        }
        json.put("files", plan.planned().stream().map(PreviewJson::file).toList());
        json.put("omitted", plan.command().omitted().stream().map(PreviewJson::omitted).toList());
        json.put("assumed", plan.command().assumed().stream().map(PreviewJson::assumed).toList());
        json.put("findings", findings.stream().map(PreviewJson::finding).toList());
        return json;
    }

    private static Map<String, Object> file(PlannedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path().toString());
        json.put("mode", file.mode());
        json.put("size", file.size().isPresent() ? file.size().getAsLong() : null);
        json.put("content", file.content());
        json.put("purpose", file.purpose());
        return json;
    }

    private static Map<String, Object> omitted(Omission omitted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("xpath", omitted.xpath());
        json.put("reason", omitted.reason());
        return json;
    }

    private static Map<String, Object> assumed(Assumption assumed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", assumed.what());
        json.put("value", assumed.value());
        json.put("reason", assumed.reason());
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", finding.id());
        json.put("severity", finding.severity().toText());
        json.put("where", finding.where());
        json.put("xpath", finding.xpath());
        json.put("line", finding.line());
        json.put("message", finding.message());
        json.put("fix", finding.fix());
        return json;
    }
}
