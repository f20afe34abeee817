package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what node methods return. */
final class ResultReader {
    private final Scope scope;
    private final GateReader gates;

    ResultReader(Scope scope) {
        this.scope = scope;
        this.gates = new GateReader(scope);
    }

    /**
     * What a method with {@code mark} returns.
     *
     * @param nullable tells of an output's name whether its value may be {@code null}, beyond what a record's component says
     */
    Result read(NodeMark mark, Returned returned, Predicate<String> nullable) {
        return switch (mark.kind()) {
            case NODE -> values(scope.names(mark.annotation(), "outputName"), returned, nullable);
            case ROUTE -> gates.route(mark.annotation(), returned.type(), nullable.test(""));
            case IF_ELSE -> gates.ifElse(mark.annotation(), returned.type());
            case INTERRUPT -> answer(mark.annotation(), returned.type());
        };
    }

    private Result values(List<Name> names, Returned returned, Predicate<String> nullable) {
        TypeMirror type = returned.type();
        Streamed streamed = type == null ? null : Streamed.by(type, scope.compilation());
        if (type == null || streamed == null) {
            Outputs outputs = Outputs.of(names, returned, nullable, scope);
            return Result.of(outputs.ports(), withStreamFault(outputs.faults(), type));
        }
        Outputs outputs = names.size() == 1
                ? Outputs.of(names, new Returned(false, streamed.list(), false), nullable, scope)
                : Outputs.of(names, returned, nullable, scope);
        List<Fault> faults = new ArrayList<>(outputs.faults());
        if (returned.asynchronous()) {
            faults.add(new Fault(Fault.Kind.STREAM_IN_STAGE, display(type)));
        }
        return new Result(outputs.ports(), null, streamed.how(), faults);
    }

    private List<Fault> withStreamFault(List<Fault> faults, @Nullable TypeMirror type) {
        if (type == null || !Streamed.isOfPrimitives(type, scope.compilation())) {
            return faults;
        }
        List<Fault> all = new ArrayList<>(faults);
        all.add(new Fault(Fault.Kind.PRIMITIVE_STREAM, display(type)));
        return all;
    }

    private Result answer(AnnotationUse annotation, @Nullable TypeMirror type) {
        TypeMirror answer = answerOf(type);
        boolean isMissing = type != null && type.getKind() == TypeKind.ERROR;
        List<Fault> faults =
                answer != null || isMissing ? List.of() : List.of(new Fault(Fault.Kind.NOT_A_QUESTION, display(type)));
        ValueType output = answer == null ? AnyType.ANY : scope.type(answer);
        String name = scope.text(annotation, "answerName", "");
        OutputPort port = new OutputPort(name, output, "", false, scope.site(annotation, "answerName"));
        return Result.of(List.of(port), faults);
    }

    /** {@code A} of a {@code Question<A>}; {@code null} for all else, and where it is not told. */
    private @Nullable TypeMirror answerOf(@Nullable TypeMirror type) {
        if (type == null || !Bounds.isClass(type, Question.class)) {
            return null;
        }
        DeclaredType question = (DeclaredType) type;
        boolean isTold = !question.getTypeArguments().isEmpty()
                && !Bounds.isUnbounded(question.getTypeArguments().get(0));
        return isTold ? Bounds.argument(question, scope.compilation().elements()) : null;
    }

    private static String display(@Nullable TypeMirror type) {
        return type == null ? "nothing" : TypeDisplay.simple(type);
    }
}
