package dev.hypergraph4j.runtime.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of the DOT language that drawings use, strictly, and takes labels for what Graphviz would show. */
final class DotReader {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(->|[{}\\[\\];,=])|([A-Za-z_][A-Za-z_0-9]*|[0-9]+)|\"((?:[^\"\\\\]|\\\\.)*)\")");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> edges = new ArrayList<>();
    private int next;

    private DotReader() {}

    static DotReader read(String dot) {
        DotReader reader = new DotReader();
        reader.split(dot.stripTrailing());
        reader.graph();
        return reader;
    }

    /** The labels by node, in the order of the drawing. */
    Map<String, String> labels() {
        return labels;
    }

    /** The edges, each as {@code from -> to label}. */
    List<String> edges() {
        return edges;
    }

    private void split(String dot) {
        Matcher matcher = TOKEN.matcher(dot);
        int position = 0;
        while (position < dot.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new AssertionError("no token at: " + dot.substring(position));
            }
            // Quoted text keeps its opening quote, so that it is never taken for a sign or a word.
            tokens.add(
                    matcher.group(3) != null
                            ? '"' + matcher.group(3)
                            : matcher.group().strip());
            position = matcher.end();
        }
    }

    private void graph() {
        expect("digraph");
        next++;
        expect("{");
        while (!tokens.get(next).equals("}")) {
            statement();
        }
        next++;
        if (next != tokens.size()) {
            throw new AssertionError("more behind the end: " + tokens.subList(next, tokens.size()));
        }
    }

    private void statement() {
        String id = tokens.get(next++);
        if (tokens.get(next).equals("->")) {
            next++;
            String to = tokens.get(next++);
            edges.add(id + " -> " + to + " " + attributes().getOrDefault("label", ""));
        } else {
            Map<String, String> attributes = attributes();
            if (!id.equals("node")) {
                labels.put(id, attributes.get("label"));
            }
        }
        expect(";");
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (tokens.get(next).equals("[")) {
            do {
                next++;
                String key = tokens.get(next++);
                expect("=");
                attributes.put(key, shown(tokens.get(next++)));
            } while (tokens.get(next).equals(","));
            expect("]");
        }
        return attributes;
    }

    private static String shown(String token) {
        if (!token.startsWith("\"")) {
            return token;
        }
        Matcher escape = Pattern.compile("\\\\(.)").matcher(token.substring(1));
        return escape.replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)))
                .replace("&amp;", "&");
    }

    private void expect(String token) {
        if (!tokens.get(next).equals(token)) {
            throw new AssertionError("expected " + token + " at " + tokens.subList(next, tokens.size()));
        }
        next++;
    }
}
