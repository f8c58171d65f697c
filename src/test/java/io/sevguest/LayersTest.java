package io.sevguest;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lower packages never know higher ones, and libraries stay where they belong. */
class LayersTest {
    private static final String ROOT = "io.sevguest";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    /** From the ground up; a line may use the lines before it and its own. */
    private static final List<List<String>> LINES =
            List.of(
                    List.of("bytes", "problem", "task", "file", "document"),
                    List.of("policy", "certificate", "session", "measurement"),
                    List.of("domain", "recognition"),
                    List.of("process", "qemu", "libvirt", "state"),
                    List.of("readiness", "diagnosis"),
                    List.of("launch"),
                    List.of("ui", "cli"));

    @Test
    void aPackageUsesOnlyItsOwnLineAndTheLinesBelow() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (int line = 0; line < LINES.size(); line++) {
            layers.optionalLayer("line" + line).definedBy(packages(LINES.get(line)));
        }
        for (int line = 0; line < LINES.size() - 1; line++) {
            String[] above = new String[LINES.size() - 1 - line];
            for (int i = 0; i < above.length; i++) {
                above[i] = "line" + (line + 1 + i);
            }
            layers.whereLayer("line" + line).mayOnlyBeAccessedByLayers(above);
        }
        layers.check(CLASSES);
    }

    /** A package that stands in no line would be free to use anything. */
    @Test
    void everyPackageStandsInALine() {
        List<String> known = LINES.stream().flatMap(List::stream).toList();
        assertThat(CLASSES)
                .extracting(JavaClass::getPackageName)
                .filteredOn(name -> !name.equals(ROOT))
                .extracting(name -> name.substring(ROOT.length() + 1).split("\\.", -1)[0])
                .isSubsetOf(known);
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
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
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

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }
}
