package io.sevguest.ui.window;

import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.Test;

/** Tests that a guest without certificate and session offers import but not export. */
class EmptyPlacesGuiTest extends WindowGuiTest {
    private static final String XML =
            "<domain type='kvm'><name>a</name><memory unit='GiB'>1</memory></domain>";
    private static final int CERTIFICATE = 2;

    @Test
    void offerNothingToExportOrRemove() throws IOException, ProblemException {
        FrameFixture frame = openFile(Files.writeString(folder.resolve("a.xml"), XML));
        showPage(CERTIFICATE);
        waitUntil(
                "the page is shown",
                () -> robot().finder().findByName("certificate.import.dhCert", false).isShowing());
        frame.button("certificate.import.dhCert").requireEnabled();
        frame.button("certificate.exportBinary.dhCert").requireDisabled();
        frame.button("certificate.exportBase64.session").requireDisabled();
        frame.button("certificate.clear.session").requireDisabled();
    }
}
