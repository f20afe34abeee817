/** Runs compiled graphs: on the caller's thread or on many. It depends on nothing but the annotations. */
module dev.hypergraph4j.runtime {
    requires transitive dev.hypergraph4j.annotations;
    requires static transitive org.jspecify;

    exports dev.hypergraph4j.runtime;
    exports dev.hypergraph4j.runtime.cache;
    exports dev.hypergraph4j.runtime.definition;
    exports dev.hypergraph4j.runtime.durable;
    exports dev.hypergraph4j.runtime.event;
    exports dev.hypergraph4j.runtime.log;
    exports dev.hypergraph4j.runtime.plan;
}
