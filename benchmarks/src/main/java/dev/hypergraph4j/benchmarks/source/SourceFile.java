package dev.hypergraph4j.benchmarks.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A top-level class that is being written. Lines are indented by the braces that they open and close. Not thread-safe. */
public final class SourceFile {
    private final String packageName;
    private final String className;
    private final List<String> lines = new ArrayList<>();
    private int depth;

    SourceFile(String packageName, String className) {
        this.packageName = packageName;
        this.className = className;
        lines("package " + packageName + ";", "");
    }

    SourceFile imports(String... names) {
        for (String name : names) {
            lines("import " + name + ";");
        }
        return lines("");
    }

    SourceFile lines(List<String> all) {
        all.forEach(this::line);
        return this;
    }

    SourceFile lines(String... all) {
        return lines(List.of(all));
    }

    /** Writes the file into the folder of its package below {@code root}. */
    public void writeTo(Path root) {
        Path file = root.resolve(packageName.replace('.', '/')).resolve(className + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        lines.add(line.isEmpty() ? line : "    ".repeat(depth) + line);
        if (line.endsWith("{")) {
            depth++;
        }
    }
}
