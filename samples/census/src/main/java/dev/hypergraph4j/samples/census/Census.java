package dev.hypergraph4j.samples.census;

import dev.hypergraph4j.progress.Progress;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.Runner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Counts what the running JDK is made of. Its arguments are the modules to count, such as {@code java.base}; without
 * one it counts them all. The system property {@code census.svg} says where the picture goes.
 */
public final class Census {

    private static final Runner RUNNER = runner().build();

    /** Reading takes a while: a bar tells how far it is, on the standard error stream. */
    private static final Runner READER = runner().processor(Progress.show()).build();

    private Census() {}

    /** Counts the modules that the arguments name, or all. */
    public static void main(String[] arguments) throws IOException {
        Path picture = Path.of(System.getProperty("census.svg", "target/census.svg"));
        int status = run(List.of(arguments), picture, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Prints the census, how its graphs ran, and where the picture is; or else what is wrong with the names. */
    static int run(List<String> names, Path picture, PrintStream out, PrintStream err) throws IOException {
        try {
            ParsedModules parsed = ParsedModules.of(JdkModules.named(names), READER);
            RunResult<JdkCensusOutputs> result = count(parsed);
            Report report = new Report(result.outputs());
            out.println(report.text());
            out.println("How it was read: " + parsed.log().summary());
            out.println("How it was counted: " + result.log().executionTrace());
            out.println(Overlap.of(result.log()));
            write(report.svg(), picture);
            out.println("The charts as a picture: " + picture);
            return 0;
        } catch (UnknownModuleException unknown) {
            err.println(unknown.getMessage());
            return 2;
        }
    }

    /** These nodes compute: more of them at once than there are processors would only take turns. */
    private static AsyncRunner.Builder runner() {
        return AsyncRunner.builder().maxConcurrency(Runtime.getRuntime().availableProcessors());
    }

    private static RunResult<JdkCensusOutputs> count(ParsedModules parsed) {
        return JdkCensusGraph.create().with(RUNNER).run(parsed.classes(), parsed.instructions());
    }

    private static void write(String svg, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, svg);
    }
}
