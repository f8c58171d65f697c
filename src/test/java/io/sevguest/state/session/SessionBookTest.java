package io.sevguest.state.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.recognition.session.SessionPlatform;
import io.sevguest.session.GodhSignature;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.OwnerSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionBookTest {
    private static final SevPolicy POLICY = new SevPolicy(0x33010007);

    @TempDir Path folder;

    private SessionBook book;
    private SessionFiles files;
    private SessionRequest.Result done;
    private LaunchSession session;

    @BeforeEach
    void makeSession() throws Exception {
        book = new SessionBook(folder.resolve("state"));
        files = SessionFiles.of(folder.resolve("keys"), "vm");
        var certificates = PlatformCertificates.of(List.of(SampleCertificates.pdh()));
        var order =
                new SessionRequest(
                        SessionPlatform.unverified("pdh", certificates),
                        POLICY,
                        GodhSignature.NONE,
                        "host",
                        files,
                        false);
        done = order.carryOut(new OwnerSession(new SecureRandom(), Clock.systemUTC()));
        session = LaunchSession.parse("blob", done.blob());
    }

    private SessionKnowledge knowledge(Optional<Path> beside) {
        return book.knowledge(session, beside, List.of());
    }

    @Test
    void theNoteComesBackFromItsFile() throws Exception {
        assertThat(files.readNote()).isEqualTo(done.note());
        assertThat(done.note().policy()).isEqualTo(POLICY);
        assertThat(done.note().root()).isEmpty();
    }

    @Test
    void knowsASessionThatWasMadeHere() throws Exception {
        assertThat(knowledge(Optional.empty()).policy()).isEmpty();
        book.made(files, done.note());
        assertThat(knowledge(Optional.empty()).proved()).contains(POLICY);
        assertThat(knowledge(Optional.empty()).keys().tik()).contains(files.tik());
        Files.delete(files.tik());
        SessionKnowledge byNote = knowledge(Optional.empty());
        assertThat(byNote.keys().tik()).isEmpty();
        assertThat(byNote.keys().tek()).contains(files.tek());
        assertThat(byNote.proved()).isEmpty();
        assertThat(byNote.policy()).contains(POLICY);
        Files.delete(files.note());
        assertThat(knowledge(Optional.empty()).policy()).isEmpty();
    }

    @Test
    void findsTheNoteBesideTheGuest() throws Exception {
        Path guest = files.folder().resolve("guest.xml");
        assertThat(knowledge(Optional.of(guest)).proved()).contains(POLICY);
    }

    @Test
    void findsTheTikBesideASessionOfSevctlWhichHasNoNote() throws Exception {
        Files.delete(files.note());
        Path guest = files.folder().resolve("guest.xml");
        SessionKnowledge known = book.knowledge(session, Optional.of(guest), List.of(POLICY));
        assertThat(known.note()).isEmpty();
        assertThat(known.proved()).contains(POLICY);
        Files.delete(files.tik());
        assertThat(knowledge(Optional.of(guest)).policy()).isEmpty();
    }

    @Test
    void theTikIsBelievedMoreThanTheNote() throws Exception {
        String lie = Files.readString(files.note()).replace("0x33010007", "0x0001");
        Files.writeString(files.note(), lie);
        SessionKnowledge known =
                book.knowledge(session, Optional.of(files.note()), List.of(POLICY));
        assertThat(known.note().orElseThrow().policy()).isEqualTo(new SevPolicy(1));
        assertThat(known.policy()).contains(POLICY);
    }

    @Test
    void anotherSessionsTikProvesNothing() throws Exception {
        Files.write(files.tik(), new byte[16]);
        assertThat(knowledge(Optional.of(files.note())).proved()).isEmpty();
        Files.write(files.tik(), new byte[17]);
        assertThat(knowledge(Optional.of(files.note())).proved()).isEmpty();
    }

    @Test
    void remembersLaunches() throws Exception {
        Instant noon = Instant.parse("2026-01-02T12:00:00Z");
        assertThat(knowledge(Optional.empty()).launched()).isEmpty();
        book.made(files, done.note());
        book.launched(session, noon);
        assertThat(knowledge(Optional.empty()).launched()).contains(noon);
        assertThat(knowledge(Optional.empty()).note()).isPresent();
    }

    @Test
    void aDamagedBookIsToldAndKept() throws Exception {
        book.launched(session, Instant.EPOCH);
        Path file = folder.resolve("state/sessions.json");
        for (String damaged : List.of("", "[]", "{\"a\":1}", "x")) {
            Files.writeString(file, damaged);
            assertThat(knowledge(Optional.empty()).launched()).isEmpty();
            assertThatThrownBy(() -> book.made(files, done.note()))
                    .isInstanceOf(ProblemException.class);
            assertThat(file).hasContent(damaged);
        }
    }

    @Test
    void aNoteThatIsNoneIsRefusedInWords() throws Exception {
        String whole = Files.readString(files.note());
        for (String bad :
                List.of(
                        "",
                        "null",
                        "{}",
                        whole.replace("session-1", "session-2"),
                        whole.replace("0x33010007", "0xzz"),
                        whole.replaceFirst("\"time\" : \"2", "\"time\" : \"x"),
                        whole.replaceFirst("[0-9a-f]{64}", "00"))) {
            Bytes bytes = Bytes.of(bad.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> SessionNoteJson.read("note", bytes))
                    .as(bad)
                    .isInstanceOf(ProblemException.class);
        }
    }
}
