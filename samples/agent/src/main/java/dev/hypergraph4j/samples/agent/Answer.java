package dev.hypergraph4j.samples.agent;

/** The end of a conversation. */
public record Answer(String text) implements Step {}
