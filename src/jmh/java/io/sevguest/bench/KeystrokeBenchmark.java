package io.sevguest.bench;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.AnalysisInputs;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.preview.PreviewTabs;
import io.sevguest.ui.preview.text.TextExport;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.theme.Theme;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Time from a keystroke in a form's field to the finished preview: the new document, findings, command and files computed,
 * and the text set in the visible pane. Needs an X display.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class KeystrokeBenchmark {
    /** The number of disks: 20 result in a document of about 10 KiB, 5,000 in one of about 2 MiB. */
    @Param({"20", "5000"})
    public int disks;

    /** The visible pane: 0 XML, 1 QEMU command. */
    @Param({"0", "1"})
    public int pane;

    private final Semaphore shown = new Semaphore(0);
    private GuestModel guest;
    private JFrame frame;
    private int count;

    @Setup(Level.Trial)
    public void open() throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(this::build);
    }

    private void build() {
        Theme.LIGHT.install(false);
        guest = new GuestModel(DomainText.ofText(SampleDomain.withDisks(disks), XmlEncoding.UTF_8));
        var machine = new MachineModel();
        var derivation =
                new AnalysisRunner(
                        () ->
                                new AnalysisInputs(
                                        guest.text(),
                                        guest.saved(),
                                        Optional.empty(),
                                        machine.machine(), SessionKnowledge.NONE));
        guest.addListener(derivation::update);
        var tabs =
                new PreviewTabs(
                        guest,
                        derivation,
                        new FieldFocus(),
                        Texts.load(),
                        new NoExport(),
                        new WrapChoices(Preferences.DEFAULT.wrapped(), wrapped -> {}));
        derivation.addListener(
                derived -> {
                    if (derived.text() == guest.text() && count > 0) {
                        shown.release();
                    }
                });
        frame = new JFrame();
        frame.add(tabs.component());
        frame.setSize(900, 900);
        frame.setVisible(true);
        tabs.component().setSelectedIndex(pane);
        derivation.begin();
    }

    @Benchmark
    public void keystroke() throws InterruptedException {
        SwingUtilities.invokeLater(this::type);
        shown.acquire();
    }

    private void type() {
        count++;
        guest.edit("guest.name", domain -> domain.withTextAt("name", "vm" + count));
    }

    @TearDown(Level.Trial)
    public void close() throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(frame::dispose);
    }

    /** An export that saves nothing. */
    private static final class NoExport implements TextExport {
        @Override
        public void saveDocument() {
            throw new IllegalStateException();
        }

        @Override
        public void save(String kind, Path suggested, String text) {
            throw new IllegalStateException();
        }
    }
}
