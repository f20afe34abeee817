package dev.hypergraph4j.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.hypergraph4j.processor.model.SourcePosition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The sources as javac's syntax trees show them. */
final class TreeSources implements Sources {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

    private final Trees trees;
    private final SourcePositions positions;
    private final Map<Element, Optional<ClassSource>> classes = new HashMap<>();
    private final Map<CompilationUnitTree, String> texts = new HashMap<>();

    /** Fails in one way or another where the environment is not javac's. */
    TreeSources(ProcessingEnvironment environment) {
        this.trees = Trees.instance(environment);
        this.positions = trees.getSourcePositions();
    }

    @Override
    public Optional<Boolean> contain(TypeElement type) {
        return Optional.of(classSource(type).isPresent());
    }

    @Override
    public SourcePosition position(ExecutableElement method) {
        ClassSource source = classSource(Enclosing.type(method)).orElse(null);
        if (source == null || !(source.members().get(method) instanceof MethodTree tree)) {
            return SourcePosition.UNKNOWN;
        }
        CompilationUnitTree file = source.file();
        String path = file.getSourceFile().getName().replace('\\', '/');
        return new SourcePosition(path.substring(path.lastIndexOf('/') + 1), line(file, nameOffset(file, tree)));
    }

    /** Counted here where javac has no map of lines, as with {@code -g:none}. */
    private int line(CompilationUnitTree file, long offset) {
        LineMap lines = file.getLineMap();
        return lines == null
                ? 1
                        + (int) LINE_END.matcher(text(file).substring(0, Math.toIntExact(offset)))
                                .results()
                                .count()
                : Math.toIntExact(lines.getLineNumber(offset));
    }

    /** Where the method's name stands: behind the return type, before which there may be lines of annotations. */
    private long nameOffset(CompilationUnitTree file, MethodTree method) {
        Tree returned = method.getReturnType();
        long behind = returned == null ? -1 : positions.getEndPosition(file, returned);
        Matcher name = Pattern.compile(Pattern.quote(method.getName().toString()) + "\\s*\\(")
                .matcher(text(file));
        return behind >= 0 && name.find(Math.toIntExact(behind))
                ? name.start()
                : positions.getStartPosition(file, method);
    }

    @Override
    public Place place(Element element) {
        return classSource(Enclosing.type(element))
                .map(source -> new Place(
                        source.file().getSourceFile().getName(),
                        positions.getStartPosition(source.file(), tree(source, element))))
                .orElse(Place.UNKNOWN);
    }

    private static Tree tree(ClassSource source, Element element) {
        if (element.getEnclosingElement() instanceof ExecutableElement method
                && source.members().get(method) instanceof MethodTree tree
                && element.getKind() == ElementKind.PARAMETER) {
            return tree.getParameters().get(method.getParameters().indexOf(element));
        }
        Tree member = source.members().get(element);
        return member == null ? source.tree() : member;
    }

    @Override
    public String code(ExecutableElement method) {
        ClassSource source = classSource(Enclosing.type(method)).orElse(null);
        if (source == null || !(source.members().get(method) instanceof MethodTree tree) || tree.getBody() == null) {
            return "";
        }
        int start = Math.toIntExact(positions.getStartPosition(source.file(), tree.getBody()));
        int end = Math.toIntExact(positions.getEndPosition(source.file(), tree.getBody()));
        return start < 0 || end < start
                ? ""
                : CanonicalCode.of(text(source.file()).substring(start, end));
    }

    @Override
    public boolean printInRepeated(
            Diagnostic.Kind kind,
            String text,
            Element element,
            AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        ClassSource source =
                element instanceof TypeElement ? classSource(element).orElse(null) : null;
        Tree tree = source == null
                ? null
                : RepeatedAnnotations.find(source.tree().getModifiers().getAnnotations(), element, annotation, value);
        if (source != null && tree != null) {
            trees.printMessage(kind, text, tree, source.file());
        }
        return tree != null;
    }

    private Optional<ClassSource> classSource(Element type) {
        Optional<ClassSource> known = classes.get(type);
        if (known == null) {
            known = find(type);
            classes.put(type, known);
        }
        return known;
    }

    private Optional<ClassSource> find(Element type) {
        if (type.getEnclosingElement() instanceof TypeElement around) {
            return classSource(around).map(source -> source.nested(type, trees));
        }
        TreePath path = trees.getPath(type);
        return path == null ? Optional.empty() : Optional.of(ClassSource.of(path, trees));
    }

    private String text(CompilationUnitTree file) {
        return texts.computeIfAbsent(file, TreeSources::read);
    }

    private static String read(CompilationUnitTree file) {
        try {
            return file.getSourceFile().getCharContent(true).toString();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
