package dev.hypergraph4j.samples.ask;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.runtime.RunResult;
import java.nio.file.Path;
import java.util.List;

/**
 * Answers questions from the Markdown files of a folder.
 *
 * <p>The interface is written by hand, so callers, tests and mocks need nothing else; the compiler checks that the nodes give what it promises,
 * and writes the implementation: {@code LibrarianGraph}. Each method runs only the nodes that its result needs.
 */
@Graph(nodes = {Corpus.class, Retrieval.class, Answering.class})
public interface Librarian {

    /** The answer and its citations, with the log of the run. */
    RunResult<LibrarianOutputs> ask(Path folder, String question);

    /** The answer alone. */
    String answer(Path folder, String question);

    /** The {@code topK} sections that have most to do with the question, best first. Nothing is answered. */
    List<Scored<Section>> hits(Path folder, String question, int topK);

    /** The sections of all files. Nothing is indexed. */
    List<Section> sections(Path folder);
}
