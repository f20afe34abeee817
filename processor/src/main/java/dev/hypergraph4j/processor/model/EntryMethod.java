package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An abstract method of a graph interface.
 *
 * @param method its Java name
 * @param parameters the inputs it takes
 * @param returned the declared return type
 * @param result what it returns
 * @param asynchronous whether it returns a {@code CompletionStage} of that
 * @param output the output it returns: its name, or what {@code @Output} says; of no meaning for a whole result
 * @param type the output's type; {@code null} for a whole result and where there is nothing to return
 * @param faults what keeps it from being implemented, as ends of a sentence: {@code has type parameters}
 * @param site the method
 * @param outputSite the method, or its {@code @Output} where there is one
 */
public record EntryMethod(
        String method,
        List<Parameter> parameters,
        TypeName returned,
        Result result,
        boolean asynchronous,
        String output,
        @Nullable ValueType type,
        List<String> faults,
        Site site,
        Site outputSite) {

    /** What an entry method returns. */
    public enum Result {
        /** One output. */
        OUTPUT,
        /** One output as an {@code Optional}. */
        OPTIONAL_OUTPUT,
        /** The {@code RunResult} of the whole graph. */
        RUN_RESULT
    }
}
