package dev.hypergraph4j.processor.sketch;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type by its spelling. What has no package is in {@code app}, but for what everybody knows; types whose name starts with {@code hidden.} can be
 * seen from that package only, {@code Secret} from nowhere.
 */
record SketchedType(String qualifiedDisplay) implements ValueType {
    private static final Map<String, String> KNOWN = Map.of(
            "String", "java.lang.String",
            "Integer", "java.lang.Integer",
            "Object", "java.lang.Object",
            "List", "java.util.List",
            "Collection", "java.util.Collection",
            "Set", "java.util.Set");
    private static final Map<String, TypeName> PRIMITIVES =
            Map.of("int", TypeName.INT, "short", TypeName.SHORT, "long", TypeName.LONG, "double", TypeName.DOUBLE);
    private static final Pattern UNKEPT = Pattern.compile("java\\.lang\\.Object|app\\.Opaque\\w*");
    private static final Map<String, Set<String>> WIDER = Map.of(
            "int", Set.of("long", "double", "java.lang.Integer"),
            "short", Set.of("int", "long", "double"),
            "long", Set.of("double"),
            "java.lang.Integer", Set.of("int", "long", "double"));

    static SketchedType of(String text) {
        StringBuilder qualified = new StringBuilder();
        for (String token : text.trim().split("(?<=[<>, ])|(?=[<>, ])", -1)) {
            boolean bare = token.matches("\\w+") && !PRIMITIVES.containsKey(token) && !token.contains(".");
            qualified.append(bare ? KNOWN.getOrDefault(token, "app." + token) : token);
        }
        return new SketchedType(qualified.toString());
    }

    @Override
    public TypeName spelling() {
        String raw = qualifiedDisplay.replaceAll("<.*", "");
        return PRIMITIVES.containsKey(raw) ? PRIMITIVES.get(raw) : ClassName.bestGuess(raw);
    }

    @Override
    public String display() {
        return qualifiedDisplay.replaceAll("[a-z]\\w*\\.", "");
    }

    @Override
    public DefaultValue literal(String text, Site site) {
        return new DefaultValue.Literal(text, CodeBlock.of("$L", text));
    }

    @Override
    public ValueType sequence() {
        return of("Iterable<" + qualifiedDisplay + ">");
    }

    @Override
    public boolean isSequence() {
        return qualifiedDisplay.contains("<") || qualifiedDisplay.endsWith("[]");
    }

    @Override
    public ValueType list(boolean optional) {
        return of(optional ? "List<Optional<" + qualifiedDisplay + ">>" : "List<" + qualifiedDisplay + ">");
    }

    @Override
    public boolean isAssignableTo(ValueType target) {
        String wanted = target.qualifiedDisplay();
        boolean list = qualifiedDisplay.startsWith("java.util.List<")
                && wanted.equals(qualifiedDisplay.replace("java.util.List<", "java.util.Collection<"));
        return wanted.equals(qualifiedDisplay)
                || wanted.equals("java.lang.Object")
                || list
                || WIDER.getOrDefault(qualifiedDisplay, Set.of()).contains(wanted);
    }

    @Override
    public @Nullable Obstacle obstacle() {
        Matcher part = UNKEPT.matcher(qualifiedDisplay);
        if (!part.find()) {
            return null;
        }
        SketchedType fault = new SketchedType(part.group());
        boolean isObject = part.group().equals("java.lang.Object");
        return new Obstacle(
                isObject ? Obstacle.Kind.ANYTHING : Obstacle.Kind.CLASS,
                equals(fault) ? List.of(this) : List.of(this, fault),
                null,
                !isObject,
                "");
    }

    @Override
    public boolean isVisibleFrom(String packageName) {
        boolean hidden = List.of(qualifiedDisplay.split("[<>, ]+", -1)).stream()
                .anyMatch(name -> name.startsWith("hidden.") && !packageName.equals("hidden"));
        return !hidden && !qualifiedDisplay.contains("Secret");
    }
}
