package dev.hypergraph4j.samples.census;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The modules of the running JDK, as its {@code jrt:} file system has them. */
final class JdkModules {
    private static final Path ROOT =
            FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");

    private JdkModules() {}

    static List<String> all() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The class files of a module, in a stable order, without the one that describes the module itself. */
    static List<Path> classFiles(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
            return files.filter(JdkModules::isClassFile).sorted().toList();
        }
    }

    /** The modules that {@code names} name; all of them where there is no name. */
    static List<String> named(List<String> names) throws IOException {
        List<String> all = all();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new UnknownModuleException(name, closest(name, all));
            }
        }
        return names.isEmpty() ? all : names.stream().distinct().toList();
    }

    private static boolean isClassFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class") && !name.equals("module-info.class");
    }

    private static Optional<String> closest(String name, List<String> candidates) {
        return candidates.stream()
                .min(comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= name.length() / 3);
    }

    /** How many letters have to be added, dropped or changed to make one text of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
