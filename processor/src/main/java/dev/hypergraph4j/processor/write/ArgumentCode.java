package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Objects;
import java.util.Optional;

/** The expressions that node methods get as arguments: values of the state, as the parameters want them. */
final class ArgumentCode {
    private final Wiring wiring;
    private final ValueFields fields;
    private final DefaultCode defaults;
    private final Surroundings surroundings;

    ArgumentCode(Wiring wiring, ValueFields fields, DefaultCode defaults, Surroundings surroundings) {
        this.wiring = wiring;
        this.fields = fields;
        this.defaults = defaults;
        this.surroundings = surroundings;
    }

    /** @param prefix what stands before a value of the state */
    CodeBlock of(Take take, String prefix) {
        Parameter parameter = take.parameter();
        Give give = wiring.producer(take.value());
        GraphInput input = wiring.inputs().get(take.value());
        if (give == null && input == null) {
            return absent(parameter, Objects.requireNonNull(wiring.hidden().get(take.value())));
        }
        boolean mayBeAbsent = fields.mayBeAbsent(take);
        CodeBlock value = CodeBlock.of("$L$N", prefix, take.value());
        DefaultValue byDefault = parameter.defaultValue();
        TypeName wanted = parameter.type().spelling();
        if (mayBeAbsent && byDefault != null) {
            CodeBlock either = CodeBlock.of("$L != null ? $L : $L", value, value, defaults.of(byDefault));
            if (parameter.demand() == Demand.OPTIONAL) {
                return CodeBlock.of("$T.of($L)", Optional.class, either);
            }
            return isOverloaded(take.node()) ? CodeBlock.of("($T) ($L)", wanted, either) : either;
        }
        if (parameter.demand() == Demand.OPTIONAL) {
            return CodeBlock.of("$T.$L($L)", Optional.class, mayBeAbsent ? "ofNullable" : "of", value);
        }
        boolean isOther = !fields.type(take.value()).equals(wanted) && isOverloaded(take.node());
        return isOther || fields.isWider(take) ? CodeBlock.of("($T) $L", wanted, value) : value;
    }

    /** The value that is bound to an input of a nested graph, as the record of its inputs has it. */
    CodeBlock bound(DefaultValue value, GraphInput input) {
        CodeBlock code = defaults.of(value);
        return input.mayBeAbsent() ? CodeBlock.of("$T.of($L)", Optional.class, code) : code;
    }

    /** Whether the call could pick another method of that name, which takes more exactly what is given. */
    private boolean isOverloaded(GraphNode node) {
        return surroundings.methods(node.use().holder(), node.method().method()) > 1;
    }

    /** What a parameter gets whose value nobody gives and that can do without. */
    private CodeBlock absent(Parameter parameter, GraphInput hidden) {
        DefaultValue byDefault = hidden.defaultValue();
        if (byDefault != null) {
            CodeBlock value = defaults.of(byDefault);
            return parameter.demand() == Demand.OPTIONAL ? CodeBlock.of("$T.of($L)", Optional.class, value) : value;
        }
        return parameter.demand() == Demand.OPTIONAL
                ? CodeBlock.of("$T.empty()", Optional.class)
                : CodeBlock.of("($T) null", parameter.type().spelling());
    }
}
