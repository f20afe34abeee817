package dev.hypergraph4j.benchmarks.source;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes down the class path it is run on, less the folder it comes from. The build runs it on the dependencies of an annotation processor, as
 * Maven resolves them, so that the compile-time benchmark has them as javac's processor path.
 */
public final class WriteClassPath {
    private WriteClassPath() {}

    /** Writes into the file that is the one argument, an element a line. */
    public static void main(String[] arguments) throws IOException {
        URL own = WriteClassPath.class.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader loader = (URLClassLoader) WriteClassPath.class.getClassLoader();
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Arrays.stream(loader.getURLs())
                        .filter(url -> !url.sameFile(own))
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .sorted()
                        .toList());
    }
}
