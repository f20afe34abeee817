package dev.hypergraph4j.samples.agent;

/** What an {@link Llm} wants next: a {@link ToolCall}, or to give its {@link Answer}. */
public sealed interface Step permits ToolCall, Answer {}
