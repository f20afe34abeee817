package dev.hypergraph4j.samples.guide.interrupts;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.Route;
import dev.hypergraph4j.Seed;
import dev.hypergraph4j.Target;
import java.util.List;

/** A draft is improved until an editor is content, or gives it up. */
@Graph
public final class Essay {
    private Essay() {}

    // tag::review
    public enum Verdict {
        publish,
        @Target("improve")
        AGAIN,
        END
    }

    @Node(outputName = "draft")
    static String improve(@Seed String draft) {
        return draft + " And on.";
    }

    @Interrupt(answerName = "verdict")
    static Question<Verdict> review(String draft) {
        return Question.choose("What is to become of it?", List.of(Verdict.values()))
                .withEvidence("draft", draft);
    }

    @Route
    static Verdict route(Verdict verdict) {
        return verdict;
    }
    // end::review

    @Node(outputName = "page")
    static String publish(String draft) {
        return "<p>" + draft + "</p>";
    }
}
