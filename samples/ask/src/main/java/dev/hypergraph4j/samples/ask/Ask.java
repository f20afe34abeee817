package dev.hypergraph4j.samples.ask;

import static java.util.stream.Collectors.joining;

import dev.hypergraph4j.runtime.NodeExecutionException;
import dev.hypergraph4j.runtime.RunResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers a question about this repository from its own documentation. */
public final class Ask {
    private static final String EXAMPLE = "How do I make a parameter optional?";

    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Answerer answerer;
    private final PrintStream out;
    private final PrintStream err;

    Ask(Map<String, String> environment, PrintStream out, PrintStream err) {
        Optional<Endpoint> endpoint = Endpoint.of(environment);
        this.answerer = endpoint.isPresent() ? new ChatAnswerer(endpoint.get()) : new ExtractiveAnswerer();
        this.out = out;
        this.err = err;
    }

    /** Asks what the arguments say, or a question of ours. */
    public static void main(String[] words) {
        LUCENE.setLevel(Level.OFF);
        int status = new Ask(System.getenv(), System.out, System.err).run(Path.of(""), words);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Prints the answer, how it was found, and where the graph is drawn; or else why there is no answer. */
    int run(Path start, String... words) {
        String question = words.length == 0 ? EXAMPLE : String.join(" ", words);
        try {
            Path root = Repository.around(start);
            LibrarianGraph librarian = LibrarianGraph.create(new Answering(answerer));
            print(question, ask(librarian, root, question), draw(librarian, root.resolve("samples/ask/target")));
            return 0;
        } catch (AskException | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static RunResult<LibrarianOutputs> ask(Librarian librarian, Path folder, String question) {
        try {
            return librarian.ask(folder, question);
        } catch (NodeExecutionException e) {
            throw e.getCause() instanceof AskException explained ? explained : e;
        }
    }

    private static String draw(LibrarianGraph librarian, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path mermaid = Files.writeString(folder.resolve("ask-graph.mmd"), librarian.toMermaid() + "\n");
        Path dot = Files.writeString(folder.resolve("ask-graph.dot"), librarian.toDot() + "\n");
        return "Mermaid:  " + mermaid + "\nGraphviz: " + dot;
    }

    private void print(String question, RunResult<LibrarianOutputs> result, String drawings) {
        Report report = new Report(out);
        report.prose("Question", question);
        report.prose("Answer", result.outputs().answer());
        report.lines("Sources", sources(result.outputs()));
        report.lines("Run", result.log().executionTrace());
        report.lines("Graph", drawings);
    }

    private static String sources(LibrarianOutputs outputs) {
        return outputs.citations().isEmpty()
                ? "none"
                : outputs.citations().stream().map(Citation::toString).collect(joining("\n"));
    }
}
