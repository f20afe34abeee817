package dev.hypergraph4j.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.hypergraph4j.processor.ClassPath;
import dev.hypergraph4j.processor.HypergraphProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Sources that were compiled earlier, as for a jar: without the names of parameters in the class files. */
public final class Library {
    private final List<File> classes;

    private Library(List<File> classes) {
        this.classes = classes;
    }

    /** Compiles a library with the processor. */
    public static Library compiled(String... sources) {
        return of(none().compiler().withProcessors(new HypergraphProcessor()), sources);
    }

    /** Compiles a library as if Hypergraph4j's processor did not exist. */
    public static Library compiledWithoutProcessor(String... sources) {
        return of(none().compiler().withOptions("-proc:none"), sources);
    }

    /** No library. */
    public static Library none() {
        return new Library(List.of());
    }

    /** Compiles sources that use the library. */
    public Compiled compile(String... sources) {
        return Compiled.by(compiler(), 0, sources);
    }

    /** Compiles a source whose first line is not shown and does not count. */
    public Compiled compileBelowHeader(String source) {
        return Compiled.by(compiler(), 1, source);
    }

    private Compiler compiler() {
        List<File> all = new ArrayList<>(ClassPath.ofUsers());
        all.addAll(classes);
        return Compiler.javac().withClasspath(all);
    }

    private static Library of(Compiler compiler, String... sources) {
        Compilation compilation =
                compiler.compile(Stream.of(sources).map(Compiled::file).toList());
        assertThat(compilation.errors()).isEmpty();
        try {
            Path classes = Files.createTempDirectory("library");
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    write(file, classes);
                }
            }
            return new Library(List.of(classes.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(JavaFileObject file, Path classes) throws IOException {
        String name = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
        Path target = classes.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream content = file.openInputStream()) {
            Files.copy(content, target);
        }
        target.toFile().deleteOnExit();
    }
}
