package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.certificate.SampleEcKey;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.GuestRecorder;
import io.sevguest.launch.Guests;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.SampleSession;
import io.sevguest.state.session.SessionBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchRecorderTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final LaunchSession SESSION =
            SampleSession.of(new SampleEcKey("owner"), new SampleEcKey("platform"), 1, "word");

    @TempDir Path folder;

    private final GuestRecorder told = new GuestRecorder();

    private void launch(LaunchChoices choices) throws Exception {
        DomainXml domain =
                Guests.sev(
                        "<policy>0x0001</policy><session>%s</session>"
                                .formatted(SESSION.toBytes().toBase64()));
        LaunchPlan plan =
                LaunchPlan.of(
                        domain,
                        Guests.UUID,
                        new RuntimeDirectory(folder.resolve("run")),
                        Guests.TARGET,
                        choices);
        LaunchRecorder.remember(plan, book(), NOON, told);
        assertThat(SessionFindings.session(domain)).contains(SESSION);
    }

    private SessionBook book() {
        return new SessionBook(folder.resolve("state"));
    }

    private Optional<Instant> launched() throws Exception {
        return book().knowledge(SESSION, Optional.empty(), List.of()).launched();
    }

    @Test
    void theSessionOfAnEncryptedGuestIsRemembered() throws Exception {
        launch(LaunchChoices.USUAL.withEncrypted(false));
        assertThat(launched()).isEmpty();
        launch(LaunchChoices.USUAL);
        assertThat(launched()).contains(NOON);
    }

    @Test
    void saysIfItCannotBeRemembered() throws Exception {
        Files.writeString(folder.resolve("state"), "no folder");
        launch(LaunchChoices.USUAL);
        assertThat(told.notices()).anyMatch(it -> it.startsWith("Not remembered"));
    }
}
