package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Target;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Decision.Choice;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what gates decide between. */
final class GateReader {
    private final Scope scope;

    GateReader(Scope scope) {
        this.scope = scope;
    }

    /** The decision of a method with {@code @IfElse} that returns {@code type}. */
    Result ifElse(AnnotationUse annotation, @Nullable TypeMirror type) {
        boolean isBoolean = type != null
                && (type.getKind() == TypeKind.BOOLEAN || Bounds.isClass(type, Boolean.class) || isMissing(type));
        List<GateTarget> branches =
                List.of(branch(annotation, "true", "whenTrue"), branch(annotation, "false", "whenFalse"));
        boolean defaultOpen = annotation.flag("defaultOpen", true);
        return Result.of(
                new Decision(Choice.BOOLEAN, false, false, null, branches, List.of(), null, defaultOpen),
                isBoolean ? List.of() : List.of(fault(Fault.Kind.NOT_A_BOOLEAN, type)));
    }

    private GateTarget branch(AnnotationUse annotation, String choice, String attribute) {
        return new GateTarget(choice, scope.text(annotation, attribute, ""), scope.site(annotation, attribute));
    }

    /**
     * The decision of a method with {@code @Route} that returns {@code type}.
     *
     * @param nullable whether it may return {@code null}
     */
    Result route(AnnotationUse annotation, @Nullable TypeMirror type, boolean nullable) {
        DeclaredType collection = type == null ? null : Supertypes.of(type, Collection.class, scope.compilation());
        TypeMirror choice = collection == null
                ? type
                : Bounds.argument(collection, scope.compilation().elements());
        boolean several = collection != null;
        if (choice instanceof DeclaredType chosen && chosen.asElement().getKind() == ElementKind.ENUM) {
            return Result.of(amongConstants(annotation, several, nullable, chosen), List.of());
        }
        List<Fault> faults = new ArrayList<>();
        List<Name> targets = scope.names(annotation, "targets");
        if (choice == null || !(Bounds.isClass(choice, String.class) || isMissing(choice))) {
            faults.add(fault(Fault.Kind.NO_CHOICE, type));
        } else if (targets.isEmpty() && !isMissing(choice)) {
            faults.add(new Fault(Fault.Kind.NO_TARGETS, ""));
        }
        return Result.of(amongTexts(annotation, several, nullable, targets), faults);
    }

    private Decision amongTexts(AnnotationUse annotation, boolean several, boolean nullable, List<Name> texts) {
        Set<String> seen = new HashSet<>();
        List<GateTarget> targets = texts.stream()
                .filter(text -> seen.add(text.text()))
                .map(text -> new GateTarget(text.text(), text.text(), text.site()))
                .toList();
        return new Decision(
                Choice.TEXT,
                several,
                nullable,
                null,
                targets,
                List.of(),
                fallback(annotation),
                annotation.flag("defaultOpen", true));
    }

    private Decision amongConstants(AnnotationUse annotation, boolean several, boolean nullable, DeclaredType type) {
        List<GateTarget> targets = new ArrayList<>();
        for (Element member : type.asElement().getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                targets.add(constant(member, scope.site(annotation.element())));
            }
        }
        Set<String> nodes = targets.stream().map(GateTarget::node).collect(Collectors.toSet());
        List<Name> unlisted = scope.names(annotation, "targets").stream()
                .filter(name -> !nodes.contains(name.text()))
                .toList();
        return new Decision(
                Choice.ENUM,
                several,
                nullable,
                scope.type(type),
                targets,
                unlisted,
                fallback(annotation),
                annotation.flag("defaultOpen", true));
    }

    private GateTarget constant(Element constant, Site site) {
        String name = constant.getSimpleName().toString();
        AnnotationUse target = AnnotationUse.on(constant, Target.class);
        return new GateTarget(name, target == null ? name : scope.text(target, "value", name), site);
    }

    /** To fall back to {@code END} is to open nothing, which is what happens without a fallback. */
    private @Nullable Name fallback(AnnotationUse annotation) {
        String node = scope.text(annotation, "fallback", "");
        return node.isEmpty() || node.equals(Gate.END) ? null : new Name(node, scope.site(annotation, "fallback"));
    }

    /** Whether the compiler does not know the type, of which it tells itself. */
    private static boolean isMissing(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR;
    }

    private static Fault fault(Fault.Kind kind, @Nullable TypeMirror type) {
        return new Fault(kind, type == null ? "nothing" : TypeDisplay.simple(type));
    }
}
