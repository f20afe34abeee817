package dev.hypergraph4j.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds the syntax trees of annotations that stand on an element several times. The language model shows only the container that the compiler
 * made for them; the n-th element of the container is the n-th annotation of that name in the source.
 */
final class RepeatedAnnotations {
    private RepeatedAnnotations() {}

    /** The tree of {@code value}, or of the annotation; {@code null} where the annotation is not in such a container. */
    static @Nullable Tree find(
            List<? extends AnnotationTree> trees,
            Element element,
            AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        for (AnnotationMirror container : element.getAnnotationMirrors()) {
            List<AnnotationValue> contained = new AnnotationUse(element, container).values("value");
            for (int i = 0; i < contained.size(); i++) {
                if (contained.get(i).getValue() instanceof AnnotationMirror mirror && contains(mirror, annotation)) {
                    AnnotationTree tree = nth(trees, mirror, i);
                    return tree == null ? null : tree(mirror, tree, annotation, value);
                }
            }
        }
        return null;
    }

    private static @Nullable AnnotationTree nth(
            List<? extends AnnotationTree> trees, AnnotationMirror mirror, int index) {
        String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
        return trees.stream()
                .filter(tree -> simpleName(tree).equals(name))
                .skip(index)
                .findFirst()
                .orElse(null);
    }

    private static String simpleName(AnnotationTree tree) {
        String name = tree.getAnnotationType().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean contains(AnnotationMirror around, AnnotationMirror wanted) {
        return around == wanted
                || around.getElementValues().values().stream()
                        .flatMap(value -> elements(value).stream())
                        .anyMatch(value -> value.getValue() == wanted);
    }

    /** Looks in {@code tree}, which is that of {@code mirror}, and one level deeper for annotations that are values. */
    private static Tree tree(
            AnnotationMirror mirror,
            AnnotationTree tree,
            AnnotationMirror annotation,
            @Nullable AnnotationValue wanted) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            ExpressionTree assigned = assigned(tree, entry.getKey());
            List<AnnotationValue> values = elements(entry.getValue());
            for (int i = 0; i < values.size() && assigned != null; i++) {
                Tree valueTree = element(assigned, i);
                if (values.get(i) == wanted) {
                    return valueTree;
                }
                if (mirror != annotation
                        && values.get(i).getValue() == annotation
                        && valueTree instanceof AnnotationTree nested) {
                    return tree(annotation, nested, annotation, wanted);
                }
            }
        }
        return tree;
    }

    private static @Nullable ExpressionTree assigned(AnnotationTree tree, ExecutableElement attribute) {
        for (ExpressionTree argument : tree.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && attribute
                            .getSimpleName()
                            .contentEquals(assignment.getVariable().toString())) {
                return assignment.getExpression();
            }
        }
        return null;
    }

    private static List<AnnotationValue> elements(AnnotationValue value) {
        return value.getValue() instanceof List<?> list
                ? list.stream().map(AnnotationValue.class::cast).toList()
                : List.of(value);
    }

    private static Tree element(ExpressionTree assigned, int index) {
        return assigned instanceof NewArrayTree array ? array.getInitializers().get(index) : assigned;
    }
}
