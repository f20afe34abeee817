package dev.hypergraph4j.benchmarks.source;

/** The calls of a graph's node methods, which form a chain, as a graph of LangGraph4j with its default configuration. */
final class LangGraphSource {
    private LangGraphSource() {}

    static SourceFile of(String packageName, String nodes, Layout chain, Values values) {
        String className = nodes + "LangGraph";
        SourceFile file = new SourceFile(packageName, className)
                .imports(
                        "static org.bsc.langgraph4j.action.AsyncNodeAction.node_async",
                        "java.util.Map",
                        "org.bsc.langgraph4j.CompiledGraph",
                        "org.bsc.langgraph4j.GraphStateException",
                        "org.bsc.langgraph4j.StateGraph",
                        "org.bsc.langgraph4j.state.AgentState")
                .lines(
                        "final class " + className + " {",
                        "private final CompiledGraph<AgentState> graph;",
                        "",
                        className + "(" + nodes + " nodes) {",
                        "try {",
                        "StateGraph<AgentState> definition = new StateGraph<>(AgentState::new);");
        String before = "StateGraph.START";
        for (Step step : chain.steps()) {
            String name = '"' + step.name() + '"';
            String call =
                    "nodes." + step.name() + "(" + read("state", step.takes().get(0), values) + ")";
            file.lines(
                    "definition.addNode(" + name + ", node_async(state -> Map.of(" + name + ", " + call + ")));",
                    "definition.addEdge(" + before + ", " + name + ");");
            before = name;
        }
        return file.lines(
                "definition.addEdge(" + before + ", StateGraph.END);",
                "graph = definition.compile();",
                "} catch (GraphStateException impossible) {",
                "throw new IllegalStateException(impossible);",
                "}",
                "}",
                "",
                values.type + " run(" + values.type + " origin) {",
                "AgentState end = graph.invoke(Map.of(\"" + Layout.INPUT + "\", origin)).orElseThrow();",
                "return " + read("end", chain.last().name(), values) + ";",
                "}",
                "}");
    }

    private static String read(String state, String name, Values values) {
        return state + ".<" + values.boxed + ">value(\"" + name + "\").orElseThrow()";
    }
}
