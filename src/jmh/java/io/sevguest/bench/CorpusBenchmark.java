package io.sevguest.bench;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads, edits and writes every domain of a folder, compared with {@code xmllint --noout} for the same files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CorpusBenchmark {
    /** The folder; a relative path is below the conformance data. */
    @Param("corpus/domains")
    public String folder;

    private List<Bytes> contents;
    private List<String> xmllint;

    @Setup
    public void read() throws IOException {
        contents = new ArrayList<>();
        xmllint = new ArrayList<>(List.of("xmllint", "--noout"));
        List<Path> files;
        try (Stream<Path> found = Files.list(Shared.path(folder))) {
            files = found.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
        for (Path file : files) {
            contents.add(Bytes.of(Files.readAllBytes(file)));
            xmllint.add(file.toString());
        }
    }

    @Benchmark
    public long parseEditText() throws ProblemException {
        long size = 0;
        for (Bytes content : contents) {
            DomainText read = DomainText.read("corpus", content);
            if (read instanceof DomainXml domain) {
                size +=
                        LaunchSecurityFields.POLICY
                                .with()
                                .apply(domain, Optional.of(new SevPolicy(3)))
                                .toBytes()
                                .size();
            }
        }
        return size;
    }

    @Benchmark
    public int xmllint() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(xmllint).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("xmllint exits " + exit);
        }
        return exit;
    }
}
