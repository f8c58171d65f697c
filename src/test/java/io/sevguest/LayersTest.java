package io.sevguest;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The allowed dependencies between packages, and the packages that may use each library. */
class LayersTest {
    private static final String ROOT = "io.sevguest";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    /** The maximum number of files in a package, including package-info. */
    private static final int MOST_FILES = 25;

    /** The packages from the bottom up; each may only use packages in earlier rows. */
    private static final List<List<String>> DRAWING =
            List.of(
                    // ground
                    List.of("document", "problem", "task"),
                    List.of("bytes", "process"),
                    List.of("file"),
                    // formats
                    List.of("policy", "certificate"),
                    List.of("certificate.chain", "session", "measurement.firmware"),
                    List.of("measurement.vmsa"),
                    List.of("measurement"),
                    List.of("measurement.secret"),
                    // guest
                    List.of("domain.xml"),
                    List.of("domain"),
                    List.of("domain.guest", "domain.security", "domain.device"),
                    List.of("recognition.content", "recognition.bundle"),
                    List.of("recognition"),
                    List.of("recognition.blob", "recognition.session"),
                    // machine
                    List.of("qemu", "qemu.qmp", "state"),
                    List.of("qemu.firmware", "qemu.host", "qemu.command"),
                    List.of("qemu.command.draft"),
                    List.of("qemu.command.machine"),
                    List.of("qemu.command.device"),
                    List.of("qemu.command.writer"),
                    List.of("state.preferences", "state.recovery", "state.session"),
                    // judgement
                    List.of("readiness", "diagnosis"),
                    // action
                    List.of("launch"),
                    List.of("launch.directory"),
                    List.of("launch.run"),
                    // the command line
                    List.of("cli.output"),
                    List.of("cli.option"),
                    List.of("cli.platform", "cli.owner.vmsa"),
                    List.of("cli.guest", "cli.owner", "cli.owner.measurement"),
                    List.of("cli"),
                    // the window
                    List.of("ui.text", "ui.task", "ui.theme", "ui.form.layout"),
                    List.of("ui.guest"),
                    List.of("ui.form"),
                    List.of("ui.action", "ui.console", "ui.dialog", "ui.manual", "ui.page"),
                    List.of("ui.preview.text"),
                    List.of("ui.launch", "ui.measurement", "ui.platform", "ui.preview"),
                    List.of("ui.search", "ui.workspace"),
                    List.of("ui.file"),
                    List.of("ui.session"),
                    List.of("ui.window"));

    private static int row(String name) {
        for (int row = 0; row < DRAWING.size(); row++) {
            if (DRAWING.get(row).contains(name)) {
                return row;
            }
        }
        throw new AssertionError(name + " is in no row of the drawing");
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName()
                .substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
    }

    @Test
    void aPackageUsesOnlyTheRowsBelow() {
        List<String> upwards = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            String from = packageOf(type);
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(used -> used.getPackageName().startsWith(ROOT + "."))
                    .map(LayersTest::packageOf)
                    .filter(to -> !from.isEmpty() && !to.equals(from) && row(to) >= row(from))
                    .forEach(to -> upwards.add(type.getSimpleName() + ": " + from + " uses " + to));
        }
        assertThat(upwards).isEmpty();
    }

    /** A package without a row could use any other package. */
    @Test
    void everyPackageIsInTheDrawing() {
        List<String> drawn = DRAWING.stream().flatMap(List::stream).toList();
        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(CLASSES)
                .extracting(LayersTest::packageOf)
                .filteredOn(name -> !name.isEmpty() && !name.equals("ui"))
                .containsAll(drawn)
                .allMatch(drawn::contains);
    }

    @Test
    void noPackageIsCrowded() throws IOException {
        for (List<String> row : DRAWING) {
            for (String name : row) {
                Path folder = Path.of("src/main/java/io/sevguest", name.replace('.', '/'));
                try (Stream<Path> files = Files.list(folder)) {
                    assertThat(files.filter(Files::isRegularFile))
                            .as(name)
                            .hasSizeLessThanOrEqualTo(MOST_FILES);
                }
            }
        }
    }

    @Test
    void noNameStandsForTwoClasses() {
        assertThat(CLASSES)
                .filteredOn(
                        type ->
                                type.isTopLevelClass()
                                        && !type.getSimpleName().equals("package-info"))
                .extracting(JavaClass::getSimpleName)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(CLASSES)
                .extracting(type -> type.getPackageName().replace('.', '/'))
                .allSatisfy(
                        folder ->
                                assertThat(Path.of("src/main/java", folder, "package-info.java"))
                                        .exists());
    }

    @Test
    void nobodyKnowsTheEntry() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void certificatesDoNotKnowSessions() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".certificate..", ROOT + ".policy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".session..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void facesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".cli..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .allowEmptyShould(true)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".ui..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void swingStaysInTheWindow() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..")
                .check(CLASSES);
    }

    @Test
    void picocliStaysInTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void jsonStaysWhereJsonIsSpoken() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".libvirt..", ROOT + ".qemu..", ROOT + ".state..", ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void processesStartInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".process..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(target(name("exec")).and(target(owner(type(Runtime.class)))))
                .check(CLASSES);
    }
}
