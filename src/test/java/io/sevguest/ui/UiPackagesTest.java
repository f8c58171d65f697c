package io.sevguest.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Tests that dependencies go window → page → form → guest, theme, and never back. */
class UiPackagesTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.sevguest.ui");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.sevguest.ui.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyKnowsTheWindow() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sevguest.ui.window..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sevguest.ui.window..")
                .check(CLASSES);
    }
}
