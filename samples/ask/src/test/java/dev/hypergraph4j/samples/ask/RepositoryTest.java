package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    private static final String POM = "<project><groupId>dev.hypergraph4j</groupId></project>";

    @TempDir
    Path folder;

    @Test
    void rootIsFoundFromAnyModule() throws IOException {
        project(folder.resolve("root"), POM);
        project(folder.resolve("root/samples/ask"), POM);
        Path inside = Files.createDirectories(folder.resolve("root/samples/ask/src"));

        assertThat(Repository.around(inside)).isEqualTo(folder.resolve("root"));
    }

    @Test
    void projectsOfOthersDoNotCount() throws IOException {
        project(folder, "<project><groupId>org.example</groupId></project>");
        project(folder.resolve("root"), POM);

        assertThat(Repository.around(folder.resolve("root"))).isEqualTo(folder.resolve("root"));
    }

    @Test
    void placeOutsideIsRefused() {
        assertThatThrownBy(() -> Repository.around(folder))
                .isInstanceOf(AskException.class)
                .hasMessage("Neither " + folder + " nor a folder above it holds the README.md and the pom.xml of"
                        + " Hypergraph4j. Run this inside the repository.");
    }

    private static void project(Path root, String pom) throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("pom.xml"), pom);
        Files.writeString(root.resolve("README.md"), "# Project");
    }
}
