package io.sevguest.cli.owner;

import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.session.SessionNote;
import io.sevguest.state.session.SessionFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of the command {@code session}.
 *
 * @param policy the policy of all sessions
 */
record SessionReport(SevPolicy policy, List<SessionBatch.Result> results) {
    /** Returns the problems of the hosts for which no session was created. */
    List<Problem> failures() {
        List<Problem> failures = new ArrayList<>();
        for (SessionBatch.Result result : results) {
            if (result instanceof SessionBatch.Failure failed) {
                failures.add(failed.why().problem());
            }
        }
        return failures;
    }

    /** Returns the warnings about the created sessions, each with the name of its host. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (SessionBatch.Success one : made()) {
            one.warnings().forEach(it -> warnings.add(one.order().host().label() + ": " + it));
        }
        return warnings;
    }

    /** Returns the created sessions. */
    List<SessionBatch.Success> made() {
        List<SessionBatch.Success> made = new ArrayList<>();
        for (SessionBatch.Result result : results) {
            if (result instanceof SessionBatch.Success one) {
                made.add(one);
            }
        }
        return made;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        for (SessionBatch.Success one : made()) {
            lines.addAll(lines(one));
        }
        if (results.size() > 1) {
            lines.add("Sessions made: %d, failed: %d.".formatted(made().size(), failures().size()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> lines(SessionBatch.Success one) {
        SessionFiles files = one.order().files();
        SessionNote note = one.done().note();
        return List.of(
                "Session \"%s\" for %s".formatted(note.name(), note.host()),
                "  policy      %s = %d, valid for this policy only"
                        .formatted(policy.toHex(), policy.toDecimal()),
                "  PDH         SHA-256 " + note.pdh().toHex(),
                "  chain       "
                        + note.root()
                                .map(root -> "verified, root " + root)
                                .orElse("NOT VERIFIED: the owner of this key is unknown"),
                "  <dhCert>    " + files.godh(),
                "  <session>   " + files.session(),
                "  keep secret " + files.tek(),
                "              " + files.tik(),
                "  note        " + files.note(),
                "");
    }

    /** Returns the JSON object of the report. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy.toHex());
        json.put("policyDecimal", policy.toDecimal());
        json.put("made", made().size());
        json.put("failed", failures().size());
        json.put("sessions", results.stream().map(SessionReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(SessionBatch.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", result.order().host().label());
        json.put("name", result.order().files().name());
        if (result instanceof SessionBatch.Success one) {
            SessionFiles files = one.order().files();
            SessionNote note = one.done().note();
            json.put("made", true);
            json.put("pdhSha256", note.pdh().toHex());
            json.put("verified", note.root().isPresent());
            note.root().ifPresent(root -> json.put("root", root));
            json.put("godh", files.godh().toString());
            json.put("session", files.session().toString());
            json.put("tek", files.tek().toString());
            json.put("tik", files.tik().toString());
            json.put("note", files.note().toString());
            json.put("warnings", one.warnings());
        } else if (result instanceof SessionBatch.Failure failed) {
            json.put("made", false);
            json.put("problem", failed.why().problem().toText());
        }
        return json;
    }
}
