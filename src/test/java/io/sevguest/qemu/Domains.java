package io.sevguest.qemu;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Domains for the tests of the command. */
public final class Domains {
    private Domains() {}

    /** A domain of the corpus and its file name. */
    public record Sample(String name, DomainXml domain) {}

    public static DomainXml of(String text) {
        return (DomainXml) DomainText.ofText(text, XmlEncoding.UTF_8);
    }

    /** Returns every x86_64 domain of the corpus; skips the test if the corpus is missing. */
    public static List<Sample> corpus() throws IOException, ProblemException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Shared.path("corpus/domains"))) {
            files = listed.filter(it -> it.toString().endsWith(".xml")).sorted().toList();
        }
        Stream.Builder<Sample> samples = Stream.builder();
        for (Path file : files) {
            DomainXml domain = DomainXml.parse(file.toString(), Bytes.of(Files.readAllBytes(file)));
            if (domain.attributeAt("os/type", "arch").equals("x86_64")) {
                samples.add(new Sample(file.getFileName().toString(), domain));
            }
        }
        return samples.build().toList();
    }
}
