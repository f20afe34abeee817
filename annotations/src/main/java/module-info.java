/** What users put on their methods: the annotations of Hypergraph4j. It depends on nothing. */
module dev.hypergraph4j.annotations {
    requires static transitive org.jspecify;

    exports dev.hypergraph4j;
    exports dev.hypergraph4j.metadata;
    exports dev.hypergraph4j.internal to
            dev.hypergraph4j.cli,
            dev.hypergraph4j.jdbc,
            dev.hypergraph4j.processor,
            dev.hypergraph4j.runtime;
}
