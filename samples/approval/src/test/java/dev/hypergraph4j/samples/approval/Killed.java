package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The program in a JVM of its own, which is killed as it goes on. */
final class Killed {
    private static final int MOST_TURNS = 200_000;

    private final Path folder;
    private final Random random;
    private int kills;

    Killed(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** How often it was killed. */
    int kills() {
        return kills;
    }

    /**
     * Runs a command, again and again, until it comes to its end.
     *
     * @param times how often it is killed before, unless it is faster
     * @param mostLines what it may say at most until then
     */
    void run(int times, int mostLines, String... words) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            Process process = start(words);
            read(process, 1 + random.nextInt(mostLines));
            for (int turn = random.nextInt(MOST_TURNS); turn > 0; turn--) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
            if (endedByItself(process)) {
                return;
            }
            kills++;
        }
        run(words);
    }

    /** Runs a command to its end, and gives what it said. */
    List<String> run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        List<String> said = read(process, Integer.MAX_VALUE);
        assertThat(endedByItself(process)).isTrue();
        return said;
    }

    private boolean endedByItself(Process process) throws IOException, InterruptedException {
        int status = process.waitFor();
        assertThat(status).as(Files.readString(err())).isNotEqualTo(1);
        return status == 0;
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                // A driver that is killed does not take its library away again.
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Approval.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--db", folder.resolve("approval.db").toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(err().toFile()))
                .start();
    }

    private Path err() {
        return folder.resolve("err.txt");
    }

    private static List<String> read(Process process, int lines) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null) {
            said.add(line);
            line = said.size() < lines ? out.readLine() : null;
        }
        return said;
    }
}
