package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.processor.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What keeps generated code from calling a method: its modifiers, those of its class, type parameters; and what keeps it from being a node of one kind. */
final class MethodFaults {
    private static final Set<Modifier> OWN_REACH = Set.of(Modifier.PUBLIC, Modifier.PRIVATE, Modifier.STATIC);

    private final TypeElement type;
    private final Elements elements;

    /** The faults of methods that are called on {@code type}. */
    MethodFaults(TypeElement type, Elements elements) {
        this.type = type;
        this.elements = elements;
    }

    List<Fault> of(ExecutableElement method) {
        List<Fault> faults = new ArrayList<>();
        List<NodeMark> marks = NodeMark.on(method);
        if (marks.size() > 1) {
            List<String> names =
                    marks.stream().map(mark -> mark.kind().display()).toList();
            faults.add(new Fault(Fault.Kind.SEVERAL_ANNOTATIONS, Lists.enumerated(names)));
        }
        addFaultsOfSignature(method, faults);
        if (isOutOfReach(method)) {
            faults.add(new Fault(Fault.Kind.GENERIC_CLASS, simpleName(Enclosing.type(method))));
        }
        addFaultsOfClass(method.getModifiers().contains(Modifier.STATIC), faults);
        return faults;
    }

    private static void addFaultsOfSignature(ExecutableElement method, List<Fault> faults) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            faults.add(new Fault(Fault.Kind.PRIVATE, ""));
        }
        if (modifiers.contains(Modifier.ABSTRACT)) {
            faults.add(new Fault(Fault.Kind.ABSTRACT, ""));
        }
        if (!method.getTypeParameters().isEmpty()) {
            faults.add(new Fault(Fault.Kind.TYPE_PARAMETERS, names(method.getTypeParameters())));
        }
        if (method.isVarArgs()) {
            faults.add(new Fault(Fault.Kind.VARARGS, ""));
        }
        long contexts = method.getParameters().stream()
                .filter(parameter -> Bounds.isClass(parameter.asType(), NodeContext.class))
                .count();
        if (contexts > 1) {
            faults.add(new Fault(Fault.Kind.SEVERAL_CONTEXTS, ""));
        }
    }

    /**
     * Whether only code beside the class that declares it can call it ({@code protected} lets subclasses in, but no generated code) and none is
     * generated there, since that class has type parameters.
     */
    private boolean isOutOfReach(ExecutableElement method) {
        TypeElement declaring = Enclosing.type(method);
        Set<Modifier> modifiers = method.getModifiers();
        return modifiers.stream().noneMatch(OWN_REACH::contains)
                && !declaring.getTypeParameters().isEmpty()
                && !elements.getPackageOf(declaring).equals(elements.getPackageOf(type));
    }

    private void addFaultsOfClass(boolean isStatic, List<Fault> faults) {
        boolean takesArguments = !isStatic;
        for (TypeElement next : Enclosing.types(type)) {
            if (next.getModifiers().contains(Modifier.PRIVATE)) {
                faults.add(new Fault(Fault.Kind.PRIVATE_CLASS, simpleName(next)));
            }
            if (takesArguments && !next.getTypeParameters().isEmpty()) {
                faults.add(new Fault(Fault.Kind.GENERIC_CLASS, simpleName(next)));
            }
            takesArguments &= !next.getModifiers().contains(Modifier.STATIC);
        }
    }

    private static String names(List<? extends Element> elements) {
        return elements.stream().map(MethodFaults::simpleName).collect(Collectors.joining(", "));
    }

    private static String simpleName(Element element) {
        return element.getSimpleName().toString();
    }
}
