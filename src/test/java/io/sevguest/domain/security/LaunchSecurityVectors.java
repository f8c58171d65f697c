package io.sevguest.domain.security;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests with the results of other programs for whole domains, one test for each. */
public final class LaunchSecurityVectors {
    private LaunchSecurityVectors() {}

    /** Compares a domain with its expected result. */
    public interface Check {
        void check(DomainXml domain, JsonNode expected);
    }

    /** Returns a test for each vector of a kind. */
    public static List<DynamicTest> tests(String kind, Check check) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Shared.path("vectors/launchsec-xml"))) {
            files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        var mapper = new ObjectMapper();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files) {
            JsonNode vector = mapper.readTree(Files.readString(file));
            if (vector.path("kind").asString().equals(kind)) {
                Path xml = file.resolveSibling(vector.at("/files/xml").asString());
                tests.add(
                        DynamicTest.dynamicTest(
                                vector.path("title").asString(),
                                () -> check.check(read(xml), vector.path("expect"))));
            }
        }
        return tests;
    }

    private static DomainXml read(Path xml) throws IOException, ProblemException {
        return DomainXml.parse(xml.toString(), Bytes.of(Files.readAllBytes(xml)));
    }
}
