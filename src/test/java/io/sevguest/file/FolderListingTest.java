package io.sevguest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderListingTest {
    @TempDir Path folder;

    @Test
    void listsWhatFitsSortedByName() throws Exception {
        for (String name : new String[] {"b.json", "a.json", "c.txt"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(FolderListing.of(folder, name -> name.endsWith(".json")))
                .containsExactly(folder.resolve("a.json"), folder.resolve("b.json"));
        assertThat(FolderListing.of(folder)).hasSize(3);
    }

    @Test
    void aFolderThatFailsMidwayIsACheckedFailure() {
        var failure = new IOException("Input/output error");
        Iterator<Path> failing =
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        throw new DirectoryIteratorException(failure);
                    }

                    @Override
                    public Path next() {
                        throw new IllegalStateException();
                    }
                };
        assertThatThrownBy(() -> FolderListing.sorted(() -> failing, name -> true))
                .isSameAs(failure);
    }

    /** The JDK's folder streams throw unchecked exceptions, so other code must not use them. */
    @Test
    void allOfTheProgramListsFoldersByIt() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(FolderListing.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.nio.file.DirectoryStream.class)
                .orShould()
                .callMethod(Files.class, "list", Path.class)
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.sevguest"));
    }
}
