package io.sevguest.state.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.SessionNote;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Converts a session note from and to JSON, the file {@code <name>.session.json}. */
final class SessionNoteJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String FORMAT = "sevguest-session-1";
    private static final int SHA256 = 32;

    private SessionNoteJson() {}

    static Bytes write(SessionNote note) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("name", note.name());
        json.put("host", note.host());
        json.put("time", note.time().toString());
        json.putObject("policy")
                .put("hex", note.policy().toHex())
                .put("decimal", note.policy().toDecimal());
        json.put("pdhSha256", note.pdh().toHex());
        ObjectNode chain = json.putObject("chain");
        chain.put("verified", note.root().isPresent());
        note.root().ifPresent(root -> chain.put("root", root));
        json.put("godhSha256", note.godh().toHex());
        json.put("sessionSha256", note.blob().toHex());
        return Bytes.of(MAPPER.writeValueAsBytes(json));
    }

    /**
     * Reads a note.
     *
     * @throws ProblemException if the bytes are not a session note, have another format, or are
     *     incomplete
     */
    static SessionNote read(String source, Bytes bytes) throws ProblemException {
        try {
            JsonNode json = MAPPER.readTree(bytes.toArray());
            String format = json.path("format").asString("");
            if (!format.equals(FORMAT)) {
                throw new IllegalArgumentException(
                        "its format is \"" + format + "\", not \"" + FORMAT + "\"");
            }
            JsonNode chain = json.required("chain");
            return new SessionNote(
                    json.required("name").asString(),
                    json.required("host").asString(),
                    Instant.parse(json.required("time").asString()),
                    SevPolicy.parse(json.required("policy").required("hex").asString()),
                    sum(json, "pdhSha256"),
                    chain.required("verified").asBoolean()
                            ? Optional.of(chain.required("root").asString())
                            : Optional.empty(),
                    sum(json, "godhSha256"),
                    sum(json, "sessionSha256"));
        } catch (JacksonException | DateTimeException | IllegalArgumentException wrong) {
            throw new ProblemException(
                    new Problem(
                            "This session note cannot be read: " + wrong.getMessage() + ".",
                            source,
                            "Make the session again."),
                    wrong);
        }
    }

    private static Bytes sum(JsonNode json, String name) {
        Bytes sum = Bytes.ofHex(json.required(name).asString());
        if (sum.size() != SHA256) {
            throw new IllegalArgumentException(name + " has " + sum.size() + " bytes, not 32");
        }
        return sum;
    }
}
