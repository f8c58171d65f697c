package io.sevguest.state.recovery;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Converts an unsaved document from and to JSON. */
final class UnsavedDocumentJson {
    /** A mapper for long strings. By default, Jackson limits their length. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .build();

    private UnsavedDocumentJson() {}

    static Bytes write(UnsavedDocument document) {
        ObjectNode json = MAPPER.createObjectNode();
        document.file()
                .ifPresent(
                        file -> {
                            json.put("path", file.path());
                            json.put("sha256", file.sha256().toHex());
                        });
        json.put("charset", document.encoding().charset().name());
        json.put("byteOrderMark", document.encoding().byteOrderMark());
        json.put("time", document.time().toString());
        json.put("text", document.text());
        return Bytes.of(MAPPER.writeValueAsBytes(json));
    }

    /**
     * Reads the output of {@link #write}.
     *
     * @throws ProblemException if the bytes are not such an output, or incomplete
     */
    static UnsavedDocument read(String source, Bytes bytes) throws ProblemException {
        try {
            JsonNode json = MAPPER.readTree(bytes.toArray());
            var encoding =
                    new XmlEncoding(
                            Charset.forName(json.required("charset").asString()),
                            json.required("byteOrderMark").asBoolean());
            return new UnsavedDocument(
                    file(json),
                    json.required("text").asString(),
                    encoding,
                    Instant.parse(json.required("time").asString()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException wrong) {
            throw new ProblemException(
                    new Problem(
                            "The unsaved document cannot be read: " + wrong.getMessage() + ".",
                            source,
                            "Its text may still be readable in the file. Remove the file when it is"
                                    + " no longer needed."),
                    wrong);
        }
    }

    private static Optional<UnsavedDocument.ReadFile> file(JsonNode json) {
        return json.has("path")
                ? Optional.of(
                        new UnsavedDocument.ReadFile(
                                json.required("path").asString(),
                                Bytes.ofHex(json.required("sha256").asString())))
                : Optional.empty();
    }
}
