package io.sevguest.state.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of {@code sessions.json}: an object with a member for each session. Its key is the
 * SHA-256 of the session blob in hex, its value {@code {note, launched}}, both optional.
 */
record SessionBookJson(ObjectNode root) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static final SessionBookJson EMPTY = new SessionBookJson(MAPPER.createObjectNode());

    static SessionBookJson parse(String source, Bytes bytes) throws ProblemException {
        try {
            if (MAPPER.readTree(bytes.toArray()) instanceof ObjectNode object
                    && object.values().stream().allMatch(JsonNode::isObject)) {
                return new SessionBookJson(object);
            }
        } catch (JacksonException malformed) {
            throw new ProblemException(damaged(source), malformed);
        }
        throw new ProblemException(damaged(source));
    }

    private static Problem damaged(String source) {
        return new Problem(
                "The list of sessions cannot be read.",
                source,
                "Remove the file. It is created again, and the sessions themselves are not"
                        + " affected.");
    }

    Bytes toBytes() {
        return Bytes.of(MAPPER.writeValueAsBytes(root));
    }

    SessionBookJson withNote(Bytes blob, Path note) {
        return with(blob, "note", note.toString());
    }

    SessionBookJson withLaunch(Bytes blob, Instant time) {
        return with(blob, "launched", time.toString());
    }

    private SessionBookJson with(Bytes blob, String key, String value) {
        ObjectNode copy = root.deepCopy();
        copy.withObjectProperty(blob.toHex()).put(key, value);
        return new SessionBookJson(copy);
    }

    /** Returns the path of the note of a session. */
    Optional<Path> note(Bytes blob) {
        try {
            return text(blob, "note").map(Path::of);
        } catch (InvalidPathException changed) {
            return Optional.empty();
        }
    }

    /** Returns the time of the last launch of a session. */
    Optional<Instant> launched(Bytes blob) {
        try {
            return text(blob, "launched").map(Instant::parse);
        } catch (DateTimeException changed) {
            return Optional.empty();
        }
    }

    private Optional<String> text(Bytes blob, String key) {
        JsonNode value = root.path(blob.toHex()).path(key);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
