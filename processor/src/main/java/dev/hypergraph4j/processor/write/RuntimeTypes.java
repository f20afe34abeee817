package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code is written against. By name: the processor does not depend on the runtime. */
final class RuntimeTypes {
    private static final String RUNTIME = "dev.hypergraph4j.runtime";
    private static final String PLAN_PACKAGE = RUNTIME + ".plan";

    static final ClassName COMPILED_GRAPH = ClassName.get(RUNTIME, "CompiledGraph");
    static final ClassName GRAPH_SETTINGS = ClassName.get(RUNTIME, "GraphSettings");
    static final ClassName INPUT_SPEC = ClassName.get(RUNTIME, "InputSpec");
    static final ClassName MAP_INPUTS = ClassName.get(RUNTIME, "MapInputs");
    static final ClassName MAP_ITERATOR = ClassName.get(RUNTIME, "MapIterator");
    static final ClassName MAP_RESULT = ClassName.get(RUNTIME, "MapResult");
    static final ClassName MISSING_INPUT = ClassName.get(RUNTIME, "MissingInputException");
    static final ClassName NESTED = ClassName.get(RUNTIME, "Nested");
    static final ClassName PREPARED_RUN = ClassName.get(RUNTIME, "PreparedRun");
    static final ClassName ANSWERS = ClassName.get(RUNTIME, "Answers");
    static final ClassName TYPED_ANSWERS = ClassName.get(RUNTIME, "TypedAnswers");
    static final ClassName RUN_OPTIONS = ClassName.get(RUNTIME, "RunOptions");
    static final ClassName RUN_RESULT = ClassName.get(RUNTIME, "RunResult");
    static final ClassName RUNNER = ClassName.get(RUNTIME, "Runner");
    static final ClassName EVENT_PROCESSOR = ClassName.get(RUNTIME + ".event", "EventProcessor");
    static final ClassName GENERIC_TYPE = ClassName.get(PLAN_PACKAGE, "GenericType");
    static final ClassName GRAPH_STATE = ClassName.get(PLAN_PACKAGE, "GraphState");
    static final ClassName PLAN = ClassName.get(PLAN_PACKAGE, "Plan");
    static final ClassName RETRY_POLICY = ClassName.get(PLAN_PACKAGE, "RetryPolicy");
    static final ClassName SLICE = ClassName.get(PLAN_PACKAGE, "Slice");

    private RuntimeTypes() {}
}
