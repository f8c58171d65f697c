package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.file.AtomicFile;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code measurement build}, which computes the measurement that a platform returns for
 * a guest.
 */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Compute the measurement that a platform returns for a guest, and print it in base64.",
            "Without a nonce, a random one is used."
        })
public final class MeasurementBuildCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private MeasurementOptions options;

    @Mixin private KeyOptions keys;

    @Option(
            names = "--nonce",
            paramLabel = "NONCE",
            description = "The nonce of the launch: a file, hex or base64 of 16 bytes.")
    private Optional<String> nonce = Optional.empty();

    @Option(
            names = "--launch-measure-blob",
            paramLabel = "MEASUREMENT",
            description =
                    "A measurement from the host whose nonce is used: a file, hex or base64 of 48"
                            + " bytes.")
    private Optional<String> blob = Optional.empty();

    @Option(
            names = "--outfile",
            paramLabel = "FILE",
            description = "Also write the 48 bytes of the measurement to this file.")
    private Optional<Path> outfile = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        MeasurementInputs inputs = options.read(Progress.NONE);
        Measurement made = measurement(inputs);
        if (outfile.isPresent()) {
            AtomicFile.writePrivate(outfile.get(), made.toBytes());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.text(json(inputs, made)) : made.toBytes().toBase64());
        PrintWriter err = spec.commandLine().getErr();
        if (!json) {
            MeasurementVerdict.echo(inputs).forEach(err::println);
        }
        options.lacking(false).forEach(lack -> err.println("warning: " + lack));
        return ExitStatus.FINE;
    }

    private Measurement measurement(MeasurementInputs inputs) throws ProblemException {
        Bytes own = nonce();
        try (KeyOptions.Keys read = keys.read()) {
            SecretBytes tik = read.tik();
            return inputs.measurement(tik, own);
        }
    }

    private Bytes nonce() throws ProblemException {
        if (nonce.isPresent()) {
            return new BytesArgument("--nonce", Measurement.NONCE).read(nonce.get());
        }
        if (blob.isPresent()) {
            Bytes told =
                    new BytesArgument("--launch-measure-blob", Measurement.SIZE).read(blob.get());
            return Measurement.parse("--launch-measure-blob", told).nonce();
        }
        return random();
    }

    private static Bytes random() {
        byte[] values = new byte[Measurement.NONCE];
        new SecureRandom().nextBytes(values);
        return Bytes.of(values);
    }

    private static Map<String, Object> json(MeasurementInputs inputs, Measurement made) {
        Map<String, Object> json = new LinkedHashMap<>(MeasurementVerdict.jsonOf(inputs));
        json.put("nonce", made.nonce().toHex());
        json.put("measure", made.measure().toHex());
        json.put("measurement", made.toBytes().toBase64());
        return json;
    }
}
