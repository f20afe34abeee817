package dev.hypergraph4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void allBlocksStandInAFixedOrderWhateverTheOrderOfTheCalls() {
        Message message = Message.of("UnknownInput", "Answering.rerank needs 'doc', which no node of Rag produces.")
                .fix("rename the parameter to 'docs'")
                .didYouMean("'docs' (List<Doc>, from Retrieval.retrieve)")
                .fact("doc", "List<Doc>", "parameter of Answering.rerank(question, doc)")
                .fix("take it from the caller: add 'doc' to an entry method of Rag")
                .fact("path", "rerank -> answer");

        assertThat(message.text()).isEqualTo("""
                        [Hypergraph/UnknownInput] Answering.rerank needs 'doc', which no node of Rag produces.
                            doc  : List<Doc>  parameter of Answering.rerank(question, doc)
                            path : rerank -> answer

                            Did you mean 'docs' (List<Doc>, from Retrieval.retrieve)?

                            How to fix:
                              - rename the parameter to 'docs', or
                              - take it from the caller: add 'doc' to an entry method of Rag""");
    }

    @Test
    void sentenceAloneIsAMessage() {
        Message message = Message.of("Rule", "Something is wrong.");

        assertThat(message.text()).isEqualTo("[Hypergraph/Rule] Something is wrong.");
        assertThat(message.rule()).isEqualTo("Rule");
        assertThat(message).hasToString(message.text());
    }

    @Test
    void labelsAndTheValuesThatRemarksFollowAreAligned() {
        Message message = Message.of("Rule", "Wrong.")
                .fact("a", "int", "one")
                .fact("long", "String", "two")
                .fact("path", "a value that no remark follows does not push the others");

        assertThat(message.text()).isEqualTo("""
                        [Hypergraph/Rule] Wrong.
                            a    : int     one
                            long : String  two
                            path : a value that no remark follows does not push the others""");
    }

    @Test
    void noMoreThanThreeFixesAreShown() {
        Message message =
                Message.of("Rule", "Wrong.").fix("a").fix("b").fix("c").fix("d");

        assertThat(message.text()).isEqualTo("""
                        [Hypergraph/Rule] Wrong.

                            How to fix:
                              - a, or
                              - b, or
                              - c""");
    }

    @Test
    void emptyGuessSaysNothing() {
        assertThat(Message.of("Rule", "Wrong.").didYouMean("").text()).isEqualTo("[Hypergraph/Rule] Wrong.");
    }

    @Test
    void messageIsNotChangedByWhatIsMadeOfIt() {
        Message message = Message.of("Rule", "Wrong.");
        message.fact("a", "b").fix("c").didYouMean("d");

        assertThat(message.text()).isEqualTo("[Hypergraph/Rule] Wrong.");
    }
}
