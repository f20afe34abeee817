/**
 * Annotations that the processor puts on the code it generates. Users neither write nor read them: {@link
 * dev.hypergraph4j.metadata.NodeMetadata} lets a graph use node methods of a jar, {@link dev.hypergraph4j.metadata.GraphMetadata} lets it nest
 * a graph of a jar, {@link dev.hypergraph4j.metadata.HypergraphGenerated} lets tools skip generated code.
 */
@NullMarked
package dev.hypergraph4j.metadata;

import org.jspecify.annotations.NullMarked;
