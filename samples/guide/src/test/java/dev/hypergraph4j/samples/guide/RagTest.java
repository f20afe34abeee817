package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.samples.guide.rag.Answering;
import dev.hypergraph4j.samples.guide.rag.Doc;
import dev.hypergraph4j.samples.guide.rag.Rag;
import dev.hypergraph4j.samples.guide.rag.RagGraph;
import dev.hypergraph4j.samples.guide.rag.RagService;
import dev.hypergraph4j.samples.guide.rag.RagServiceGraph;
import dev.hypergraph4j.samples.guide.rag.Retrieval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RagTest {
    private final List<Doc> corpus = List.of(
            new Doc("records", "A record is a class whose state is in its header."),
            new Doc("enums", "An enum has a fixed set of constants."));
    private final List<String> prompts = new ArrayList<>();
    private final Answering.Llm llm = prompt -> {
        prompts.add(prompt);
        return "A class whose state is in its header.";
    };

    @Test
    void anEntryMethodRunsOnlyWhatItsResultNeeds() {
        // tag::entry
        Rag rag = RagGraph.create(new Retrieval(corpus), new Answering(llm));

        List<Doc> docs = rag.docs("What is a record?", 1); // the model is not asked
        String answer = rag.answer("What is a record?", 1);
        // end::entry
        assertThat(docs).extracting(Doc::title).containsExactly("records");
        assertThat(answer).isEqualTo("A class whose state is in its header.");
        assertThat(prompts).hasSize(1).first().asString().contains("What is a record?", "in its header");
    }

    @Test
    void entryMethodsReturnOutputsStagesOrResults() {
        RagService rag = RagServiceGraph.builder()
                .retrieval(new Retrieval(corpus))
                .answering(new Answering(llm))
                .build();
        assertThat(rag.ask("What is an enum?", 1))
                .isEqualTo(rag.explain("What is an enum?", 1).outputs().answer());
        assertThat(rag.search("What is an enum?", 1).toCompletableFuture().join())
                .extracting(Doc::title)
                .containsExactly("enums");
        assertThat(rag.explain("What is an enum?", 2).log().steps()).hasSize(3);
    }

    @Test
    void nodesCanBeReplacedInTests() {
        // tag::fake
        Rag rag = RagGraph.create(new Retrieval(corpus), new Answering(prompt -> "42"));
        assertThat(rag.answer("What is the answer?", 1)).isEqualTo("42");
        // end::fake
    }
}
