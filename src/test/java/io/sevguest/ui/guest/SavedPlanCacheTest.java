package io.sevguest.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.recognition.session.SessionKnowledge;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavedPlanCacheTest {
    private final DomainText text =
            DomainText.ofText(
                    "<domain type='kvm'><name>n</name><memory>1048576</memory></domain>",
                    XmlEncoding.UTF_8);
    private final Machine machine = Machine.notAsked();
    private final SavedPlanCache cache = new SavedPlanCache();

    private SavedPlanCache.CachedPlan of(Path path) {
        return cache.of(
                new AnalysisInputs(text, text, Optional.of(path), machine, SessionKnowledge.NONE));
    }

    /** A guest without a UUID gets one from its file path, and launches are locked by UUID. */
    @Test
    void theSameTextInAnotherFileIsAnotherGuest() {
        LaunchPlan first = of(Path.of("/one.xml")).plan().orElseThrow();
        assertThat(of(Path.of("/one.xml")).plan()).containsSame(first);
        LaunchPlan second = of(Path.of("/two.xml")).plan().orElseThrow();
        assertThat(second.files().uuid()).isNotEqualTo(first.files().uuid());
        assertThat(second.files().directory()).isNotEqualTo(first.files().directory());
    }
}
