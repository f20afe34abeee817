package dev.hypergraph4j.runtime.definition;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.plan.Plan;

/** Definitions that tests share. */
final class Graphs {
    private Graphs() {}

    /** A graph that has one of everything: a default, an optional input, a remote call, absent values, an effect. */
    static Plan.Builder rag() {
        Plan.Builder rag = Plan.named("rag")
                .version("3")
                .input("question", "String")
                .optionalInput("topK", "int", "5")
                .optionalInput("hint", "String", "");
        rag.node("analyze", "Rag.analyze", "Rag.java", 12, "aa")
                .takes("question", "String")
                .mayTake("hint", "String")
                .gives("terms", "List<String>");
        rag.node("retrieve", "Rag.retrieve", "Rag.java", 17, "bb")
                .kind(NodeKind.RPC)
                .asynchronous()
                .takes("terms", "List<String>")
                .takes("topK", "int")
                .gives("docs", "List<Doc>")
                .mayGive("note", "String");
        rag.node("audit", "Audit.audit", "", 0, "").takes("docs", "List<Doc>");
        rag.node("generate", "Rag.generate", "Rag.java", 22, "cc")
                .takes("question", "String")
                .takes("docs", "List<Doc>")
                .mayTake("note", "String")
                .gives("answer", "String");
        return rag.outputs("answer", "note");
    }

    static GraphDefinition of(Plan.Builder builder) {
        return builder.build().definition();
    }
}
