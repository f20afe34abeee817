package dev.hypergraph4j.benchmarks;

import dev.hypergraph4j.benchmarks.compile.Compiler;
import dev.hypergraph4j.benchmarks.compile.Cost;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the processor adds to a cold javac, beside what Dagger adds for as many bindings. Not a JMH benchmark: each measurement is a process. The
 * variants of a project are compiled in turns and compared within a turn.
 */
public final class CompileTimeBenchmark {
    private static final int ROUNDS = 7;

    private final Path target;
    private final Path scratch;
    private final Compiler compiler;

    /** A benchmark that finds processors in a folder that the build wrote, and writes there. */
    CompileTimeBenchmark(Path target) {
        this.target = target;
        this.scratch = target.resolve("compile-time");
        String classPath = System.getProperty("java.class.path");
        this.compiler = new Compiler(List.of(classPath.split(File.pathSeparator)), scratch);
    }

    /** Measures, and prints the tables; with the argument {@code quick} in one round. Has to be started in the root of the repository. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 1 && arguments[0].equals("quick") ? 1 : ROUNDS;
        CompileTimeBenchmark benchmark = new CompileTimeBenchmark(Path.of("benchmarks", "target"));
        System.out.println(CompileTimeReport.of(benchmark.measure(CompileTimeProject.ALL, rounds)));
    }

    /** Compiles each project in each of its variants, {@code rounds} times. Says on standard error how far it is. */
    CompileTimes measure(List<CompileTimeProject> projects, int rounds) throws IOException {
        projects.forEach(project -> project.writeTo(scratch));
        CompileTimes times = new CompileTimes();
        for (int round = 1; round <= rounds; round++) {
            for (CompileTimeProject project : projects) {
                for (Variant variant : project.variants()) {
                    Cost cost = compiler.compile(project.sources(scratch, variant), processorPath(variant));
                    times.add(project, variant, cost);
                    System.err.printf("round %d of %d: %s, %s: %s%n", round, rounds, project.name(), variant, cost);
                }
            }
        }
        return times;
    }

    private List<String> processorPath(Variant variant) throws IOException {
        return variant.processor().isEmpty()
                ? List.of()
                : Files.readAllLines(target.resolve("processor-paths").resolve(variant.processor()));
    }
}
