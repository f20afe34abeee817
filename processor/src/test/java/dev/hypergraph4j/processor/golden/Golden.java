package dev.hypergraph4j.processor.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Compares generated code, as text, with the files in {@code src/test/resources/golden/<test class>/<test method>}. They are there to be read:
 * a change of the writers shows in them as the users will see it. This rewrites them:
 *
 * <pre>
 * mvn -pl processor -am test -Dgolden.update=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest='*GoldenTest'
 * </pre>
 */
final class Golden implements BeforeEachCallback {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static final int LONGEST_LINE = 120;

    private Path folder = FOLDER;

    @Override
    public void beforeEach(ExtensionContext context) {
        folder = FOLDER.resolve(context.getRequiredTestClass().getSimpleName())
                .resolve(context.getRequiredTestMethod().getName());
    }

    /** Compiles in silence, documentation checked as well, and compares all generated types with the golden files of the test. */
    void compare(String... sources) {
        TestCompilation compilation =
                TestCompilation.of(sources).withOptions("-Xlint:all", "-Xdoclint:all,-missing", "-Werror");
        Map<String, String> generated = new TreeMap<>();
        compilation.compile().succeedsInSilence().generatedSources().forEach((type, text) -> {
            generated.put(type.substring(type.lastIndexOf('.') + 1) + ".java", text);
        });
        try {
            if (UPDATE) {
                rewrite(generated);
            }
            compare(generated);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void compare(Map<String, String> generated) throws IOException {
        assertThat(files()).as("golden files in %s", folder).containsExactlyElementsOf(generated.keySet());
        for (Map.Entry<String, String> file : generated.entrySet()) {
            assertThat(file.getValue().lines())
                    .as("lines of %s", file.getKey())
                    .allMatch(line -> line.length() <= LONGEST_LINE);
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(Files.readString(folder.resolve(file.getKey())));
        }
    }

    private void rewrite(Map<String, String> generated) throws IOException {
        for (String old : files()) {
            Files.delete(folder.resolve(old));
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Iterable<String> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return java.util.List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
