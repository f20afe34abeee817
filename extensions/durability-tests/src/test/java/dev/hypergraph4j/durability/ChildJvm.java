package dev.hypergraph4j.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts processes that are to be killed. Each start is made cheap: no compiler that takes long, no collector with threads, and classes that the first
 * process, which lives, leaves behind in an archive.
 */
final class ChildJvm {
    private final Path folder;
    private final Class<?> main;
    private final String classPath;

    /** Processes that run {@code main}. In {@code folder} all that they need is kept, and what they leave behind. */
    ChildJvm(Path folder, Class<?> main) {
        this.folder = folder;
        this.main = main;
        this.classPath = packed(System.getProperty("java.class.path"));
    }

    /** Starts a process that does as ordered, and is over when it has written the archive of its classes. */
    void archive(List<String> orders) {
        Child child = start(orders, "-XX:ArchiveClassesAtExit=" + archive());
        child.readToEnd(new ArrayList<>());
        if (child.exitCode() != 0) {
            throw new IllegalStateException("The first process has failed: " + errors());
        }
    }

    /** Starts a process that does as ordered. */
    Child start(List<String> orders) {
        return start(orders, "-XX:SharedArchiveFile=" + archive());
    }

    private Child start(List<String> orders, String archive) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Xmx128m",
                archive,
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                main.getName()));
        command.addAll(orders);
        try {
            Path errors = folder.resolve("errors.txt");
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /** What the processes have complained of. */
    String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Classes are archived if they come from jars. */
    private String packed(String path) {
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(java.io.File.pathSeparator, -1)) {
            Path at = Path.of(entry);
            entries.add(Files.isDirectory(at) ? jar(at, entries.size()).toString() : entry);
        }
        return String.join(java.io.File.pathSeparator, entries);
    }

    private Path jar(Path directory, int number) {
        Path jar = folder.resolve("classes" + number + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(directory.relativize(each).toString()));
                Files.copy(each, out);
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A process. */
    static final class Child {
        private final Process process;
        private final BufferedReader output;

        private Child(Process process) {
            this.process = process;
            this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads so many lines of what it says into {@code lines}, or less if it ends before; gives whether it has not. */
        boolean read(int count, List<String> lines) {
            try {
                for (int i = 0; i < count; i++) {
                    String line = output.readLine();
                    if (line == null) {
                        return false;
                    }
                    lines.add(line);
                }
                return true;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        void readToEnd(List<String> lines) {
            read(Integer.MAX_VALUE, lines);
        }

        /** Lets it live so long, unless it ends before; gives whether it has not. */
        boolean live(long micros) {
            try {
                return !process.waitFor(micros, TimeUnit.MICROSECONDS);
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        }

        /** SIGKILL: it ends in the middle of whatever it does. What it has said can be read yet, unlike with the process's own method. */
        void kill() {
            process.toHandle().destroyForcibly();
        }

        /** Another signal. */
        void signal(String name) {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        }

        long pid() {
            return process.pid();
        }

        int exitCode() {
            try {
                return process.waitFor();
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        }
    }
}
