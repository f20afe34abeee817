package dev.hypergraph4j.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A cold javac: each compilation is a new JVM, started with the options that the {@code javac} command gives it. */
public final class Compiler {
    private final List<String> classPath;
    private final Path scratch;

    /** A compiler that gives sources this class path, and writes below {@code scratch}. */
    public Compiler(List<String> classPath, Path scratch) {
        this.classPath = List.copyOf(classPath);
        this.scratch = scratch;
    }

    /**
     * Compiles all sources below {@code sources}.
     *
     * @param processorPath where the annotation processors are; empty for {@code -proc:none}
     * @throws IllegalStateException if the sources do not compile
     */
    public Cost compile(Path sources, List<String> processorPath) {
        try {
            Path classes = Files.createTempDirectory(Files.createDirectories(scratch), "classes");
            try {
                return run(command(sources, processorPath, classes));
            } finally {
                delete(classes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private List<String> command(Path sources, List<String> processorPath, Path classes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms8m", "--add-modules", "ALL-DEFAULT"));
        command.addAll(List.of("-cp", ownLocation(), CompilerProcess.class.getName()));
        command.addAll(List.of("-nowarn", "-Xlint:none", "-cp", String.join(File.pathSeparator, classPath)));
        command.addAll(List.of("-d", classes.toString()));
        if (processorPath.isEmpty()) {
            command.add("-proc:none");
        } else {
            command.addAll(List.of("-processorpath", String.join(File.pathSeparator, processorPath)));
        }
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .sorted()
                    .forEach(command::add);
        }
        return command;
    }

    private static Cost run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output;
        try (var reader = process.inputReader()) {
            output = reader.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join("\n", output.subList(0, Math.min(output.size(), 40))));
        }
        return Cost.parse(output.get(output.size() - 1));
    }

    private static String ownLocation() {
        try {
            return Path.of(CompilerProcess.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
