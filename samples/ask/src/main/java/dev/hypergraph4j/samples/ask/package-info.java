/**
 * Answers questions about a folder of Markdown. Start at {@link dev.hypergraph4j.samples.ask.Librarian}, the graph, then read its three node
 * classes: {@link dev.hypergraph4j.samples.ask.Corpus} prepares the documents, {@link dev.hypergraph4j.samples.ask.Retrieval} finds what
 * bears on the question, {@link dev.hypergraph4j.samples.ask.Answering} answers. {@link dev.hypergraph4j.samples.ask.Ask} is the program.
 *
 * <p>The nodes are plain methods on records. What is hard is left to the libraries that do it well: commonmark-java reads Markdown, Apache Lucene
 * analyses, indexes and ranks, LangChain4j talks to language models.
 */
package dev.hypergraph4j.samples.ask;
