package io.sevguest.qemu.qmp;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line that a QEMU monitor sends.
 *
 * <p>Source: QEMU docs/interop/qmp-spec
 */
public sealed interface QmpMessage {
    JsonMapper JSON =
            JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    /** The first line, with QEMU's version, such as {@code 7.2.22 (Debian …)}. */
    record Greeting(String version) implements QmpMessage {}

    /** The answer to a command. */
    record Reply(long id, JsonNode value) implements QmpMessage {}

    /**
     * A command that failed.
     *
     * @param id of the command; -1 where QEMU could not read one
     */
    record Failure(long id, String errorClass, String description) implements QmpMessage {}

    /** Something that happened by itself. */
    record Notification(QmpEvent event) implements QmpMessage {}

    /**
     * Reads one line.
     *
     * @throws ProblemException if it is not valid JSON, or not a message of a monitor
     */
    static QmpMessage parse(String line) throws ProblemException {
        JsonNode message;
        try {
            message = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new ProblemException(noMessage(line), broken);
        }
        if (message.path("QMP").isObject()) {
            return new Greeting(version(message.path("QMP").path("version")));
        }
        if (message.path("event").isString()) {
            return new Notification(event(message));
        }
        if (message.path("error").isObject()) {
            JsonNode error = message.get("error");
            return new Failure(
                    message.path("id").asLong(-1),
                    error.path("class").asString(""),
                    error.path("desc").asString(""));
        }
        if (message.has("return") && message.path("id").isIntegralNumber()) {
            return new Reply(message.get("id").asLong(-1), message.get("return"));
        }
        throw new ProblemException(noMessage(line));
    }

    private static String version(JsonNode version) {
        JsonNode qemu = version.path("qemu");
        String numbers =
                qemu.path("major").asInt(0)
                        + "."
                        + qemu.path("minor").asInt(0)
                        + "."
                        + qemu.path("micro").asInt(0);
        String build = version.path("package").asString("");
        return build.isEmpty() ? numbers : numbers + " (" + build + ")";
    }

    private static QmpEvent event(JsonNode message) {
        JsonNode time = message.path("timestamp");
        return new QmpEvent(
                Instant.ofEpochSecond(
                        Math.max(0, time.path("seconds").asInt(0) & 0xffffffffL),
                        Math.max(0, time.path("microseconds").asInt(0)) * 1_000L),
                message.get("event").asString(),
                message.path("data").path("reason").asString(""),
                message.has("data") ? message.get("data").toString() : "");
    }

    private static Problem noMessage(String line) {
        String start = line.length() <= 80 ? line : line.substring(0, 80) + "…";
        return new Problem(
                "QEMU's monitor sent a line that is not a QMP message: " + start,
                "",
                "Check that the program is QEMU, and that no other program writes to its output.");
    }
}
