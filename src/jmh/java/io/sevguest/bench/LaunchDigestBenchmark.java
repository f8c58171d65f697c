package io.sevguest.bench;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSource;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Computes the launch digest of a guest with a large initrd and reads the files each time, compared with {@code openssl dgst -sha256} for the initrd alone. The heap is 64 MiB, so the run fails if more is held in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx64m")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 2)
public class LaunchDigestBenchmark {
    private static final int MIB = 1 << 20;
    private static final SevPolicy SEV = new SevPolicy(1);
    private static final SevPolicy SEV_ES = new SevPolicy(5);

    @Param("512")
    public int initrdMib;

    private Path folder;
    private Path firmware;
    private Path kernel;
    private Path initrd;

    @Setup
    public void makeFiles() throws IOException {
        folder = Files.createTempDirectory("launch-digest");
        firmware = random("firmware", 4);
        kernel = random("kernel", 8);
        initrd = random("initrd", initrdMib);
    }

    private Path random(String name, int mib) throws IOException {
        byte[] piece = new byte[MIB];
        new Random(mib).nextBytes(piece);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mib; i++) {
                out.write(piece);
            }
        }
        return file;
    }

    @TearDown
    public void deleteFiles() throws IOException {
        for (Path file : new Path[] {firmware, kernel, initrd, folder}) {
            Files.delete(file);
        }
    }

    @Benchmark
    public Bytes launchDigest() throws ProblemException {
        var boot = new MeasuredFiles.KernelFiles(kernel, Optional.of(initrd), "quiet");
        return new MeasuredFiles(firmware, Optional.of(boot), Optional.empty())
                .read(Progress.NONE)
                .digest(SEV);
    }

    @Benchmark
    public int openssl() throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder("openssl", "dgst", "-sha256", initrd.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("openssl exits " + exit);
        }
        return exit;
    }

    @Benchmark
    public Bytes firmwareAlone() throws ProblemException {
        return new MeasuredFiles(firmware, Optional.empty(), Optional.empty())
                .read(Progress.NONE)
                .digest(SEV);
    }

    @Benchmark
    public Bytes firmwareAnd255Cpus() throws ProblemException {
        return new MeasuredFiles(firmware, Optional.empty(), Optional.of(cpus()))
                .read(Progress.NONE)
                .digest(SEV_ES);
    }

    private static MeasuredFiles.Cpus cpus() {
        var page =
                Vmsa.start(CpuModel.MILAN.signature(), 0x80b004L, false);
        return new MeasuredFiles.Cpus(new CpuSource.Pages(page, Optional.of(page)), 255);
    }
}
