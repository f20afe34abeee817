package dev.hypergraph4j.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a command has to say.
 *
 * @param document for programs
 * @param text for people: whole lines
 */
record Reply(JsonNode document, String text) {}
