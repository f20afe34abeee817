package dev.hypergraph4j.samples.agent;

import java.util.Map;

/**
 * What a tool is good for, for those who may call it.
 *
 * @param name its name
 * @param purpose what it does
 * @param parameters what it takes, by name: what is meant by it
 */
public record Tool(String name, String purpose, Map<String, String> parameters) {}
