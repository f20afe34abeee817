package dev.hypergraph4j.processor;

import dev.hypergraph4j.internal.Message;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Whether the runtime that generated code needs is there and is of this version. One clear error, on the first graph, instead of code that does
 * not compile. Node libraries do not need the runtime.
 */
final class RuntimeCheck {
    /** What {@code Plan.FORMAT} of a runtime says that goes with the code written here. */
    private static final int FORMAT = 1;

    private static final String PLAN = "dev.hypergraph4j.runtime.plan.Plan";

    private RuntimeCheck() {}

    static boolean passes(List<TypeElement> types, Elements elements, Findings findings) {
        TypeElement graph =
                types.stream().filter(HypergraphProcessor::isGraph).findFirst().orElse(null);
        if (graph == null) {
            return true;
        }
        TypeElement plan = elements.getTypeElement(PLAN);
        if (plan != null && elements.getTypeElement("dev.hypergraph4j.runtime.CompiledGraph") != null && isOurs(plan)) {
            return true;
        }
        String wrong = plan == null ? "is not on the class path." : "is of another version than the processor.";
        findings.error(
                graph,
                Message.of(
                                "RuntimeMissing",
                                "The graph " + graph.getSimpleName() + " needs hypergraph4j-runtime, which " + wrong)
                        .fix("add the dependency dev.hypergraph4j:hypergraph4j-runtime in the processor's version")
                        .text());
        return false;
    }

    private static boolean isOurs(TypeElement plan) {
        for (VariableElement field : ElementFilter.fieldsIn(plan.getEnclosedElements())) {
            if (field.getSimpleName().contentEquals("FORMAT")) {
                return Integer.valueOf(FORMAT).equals(field.getConstantValue());
            }
        }
        return false;
    }
}
