package dev.hypergraph4j.samples.ask;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the documents of a folder, and leaves out what is no document: what was built, sources and hidden folders. */
final class MarkdownFolder extends SimpleFileVisitor<Path> {
    private static final Set<String> NO_DOCUMENTS = Set.of("src", "target", "node_modules");

    private final Path folder;
    private final List<MarkdownFile> files = new ArrayList<>();

    private MarkdownFolder(Path folder) {
        this.folder = folder;
    }

    /** The Markdown files, by name. */
    static List<MarkdownFile> read(Path folder) throws IOException {
        MarkdownFolder reader = new MarkdownFolder(folder);
        Files.walkFileTree(folder, reader);
        reader.files.sort(comparing(MarkdownFile::name));
        return List.copyOf(reader.files);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        String name = String.valueOf(directory.getFileName());
        boolean skipped = !directory.equals(folder) && (name.startsWith(".") || NO_DOCUMENTS.contains(name));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (file.toString().endsWith(".md")) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            // Not readString: one byte that is no UTF-8 shall not hide all other documents.
            files.add(new MarkdownFile(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        }
        return FileVisitResult.CONTINUE;
    }
}
