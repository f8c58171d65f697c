package io.sevguest.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.task.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestRunGuiTest extends GuiTest {
    private static final String UUID = "0b9b8a2f-6a06-4b3c-9d6e-2f1c1f0f7a11";

    @TempDir private Path folder;

    /** As when a window is closed while QEMU does not answer. */
    @Test
    void whatIsStillStartingIsKilledToo() throws Exception {
        LaunchPlan plan = silentPlan();
        GuestRun run = onEdt(() -> new GuestRun(new Tasks()));
        onEdt(
                () -> {
                    run.start(plan);
                    return 0;
                });
        waitUntil("QEMU runs", () -> Files.exists(plan.files().log()));
        onEdt(
                () -> {
                    run.kill();
                    return 0;
                });
        waitUntil("it has ended", () -> run.state() == RunState.ENDED);
        assertThat(onEdt(run::endReason)).isEqualTo("The start was cancelled.");
        assertThat(plan.files().directory()).doesNotExist();
    }

    private LaunchPlan silentPlan() throws IOException, ProblemException {
        Path program = folder.resolve("silent");
        Files.writeString(program, "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        String xml =
                "<domain type='qemu'><name>small</name><memory>131072</memory>"
                        + "<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>";
        return LaunchPlan.of(
                DomainXml.parse("small.xml", Bytes.of(xml.getBytes(StandardCharsets.UTF_8))),
                UUID,
                new RuntimeDirectory(folder.resolve("sevguest")),
                QemuTarget.of(program.toString(), new QemuVersion(7, 2)),
                LaunchChoices.USUAL);
    }
}
