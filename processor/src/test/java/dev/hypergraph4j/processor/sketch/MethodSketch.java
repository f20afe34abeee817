package dev.hypergraph4j.processor.sketch;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.SourcePosition;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads methods.
 *
 * <ul>
 *   <li>A node: {@code fetch: retrieve(List<String> terms, int topK = 5) -> List<Doc> docs, @Nullable String hint}. The node's name before the colon and
 *       the outputs may be left out; {@code static} may stand before all.
 *   <li>A gate: {@code route decide(List<Doc> docs) => search | RED=answer | END}, where {@code RED} is a constant not called as its node; {@code text
 *       route}, {@code several route} and {@code text several route}; {@code ifelse good(Review review) => publish : revise}. Behind the targets:
 *       {@code fallback search}, {@code unlisted a, b}, {@code closed} (not open by default).
 *   <li>Other nodes: {@code interrupt approve(Draft draft) -> Boolean approved}, {@code stream tell(String question) -> List<String> tokens}.
 *   <li>Behind any of them: {@code emits audited, paid}, then {@code waits audited}, then {@code cached}.
 *   <li>A parameter: {@code @Seed} or {@code @Converging}, {@code @Input}, {@code @Nullable}, {@code @From(value)}, the type ({@code Optional<T>} is a way to demand {@code T}), the name
 *       and {@code = 5}, where {@code = locale()} is a provider and {@code = !five} one that does not fit; one of the type {@code NodeContext} takes no value.
 *   <li>An entry method: {@code answer(String question) -> String}; {@code -> String from answer} for {@code @Output}, {@code -> Optional<String>},
 *       {@code -> RunResult}, {@code -> nothing} for a fault.
 * </ul>
 */
final class MethodSketch {
    private static final Pattern METHOD = Pattern.compile(
            "(?<static>static )?" + TraitsSketch.KIND
                    + "(?:(?<node>\\S+): )?(?<method>\\w+)\\((?<parameters>.*?)\\)(?: -> (?<outputs>.*?))?"
                    + TraitsSketch.TAIL,
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PARAMETER = Pattern.compile(
            "(?:@(?<seed>Seed|Converging) )?(?<input>@Input )?(?<nullable>@Nullable )?(?:@From\\((?<from>.*)\\) )?"
                    + "(?<type>.+?) (?<name>\\S+)(?: = (?<default>.+))?");

    private final ClassName owner;
    private final Function<String, Site> sites;

    /** @param sites makes a site, given its name */
    MethodSketch(ClassName owner, Function<String, Site> sites) {
        this.owner = owner;
        this.sites = sites;
    }

    NodeMethod node(String line, List<Fault> faults) {
        Matcher matcher = matched(METHOD, line);
        String method = matcher.group("method");
        String display = owner.simpleName() + "." + method;
        Site site = sites.apply(display);
        return new NodeMethod(
                owner,
                method,
                matcher.group("node") == null ? method : matcher.group("node"),
                NodeKind.STEP,
                matcher.group("static") != null,
                false,
                false,
                ClassName.OBJECT,
                parameters(matcher.group("parameters"), display),
                matcher.group("outputs") == null ? List.of() : outputs(matcher.group("outputs"), display),
                new TraitsSketch(matcher, display, sites).read(),
                faults,
                SourcePosition.UNKNOWN,
                "",
                site);
    }

    EntryMethod entry(String line) {
        Matcher matcher = matched(METHOD, line);
        String method = matcher.group("method");
        String display = owner.simpleName() + "." + method;
        Site site = sites.apply(display);
        String[] result = matcher.group("outputs").split(" from ", 2);
        boolean optional = result[0].startsWith("Optional<");
        ValueType type = result[0].equals("RunResult") || result[0].equals("nothing")
                ? null
                : SketchedType.of(optional ? result[0].substring(9, result[0].length() - 1) : result[0]);
        return new EntryMethod(
                method,
                parameters(matcher.group("parameters"), display),
                ClassName.OBJECT,
                result[0].equals("RunResult")
                        ? EntryMethod.Result.RUN_RESULT
                        : optional ? EntryMethod.Result.OPTIONAL_OUTPUT : EntryMethod.Result.OUTPUT,
                false,
                result.length > 1 ? result[1] : method,
                type,
                result[0].equals("nothing") ? List.of("returns nothing") : List.of(),
                site,
                result.length > 1 ? sites.apply("@Output of " + display) : site);
    }

    private List<Parameter> parameters(String list, String display) {
        return split(list).stream().map(text -> parameter(text, display)).toList();
    }

    private Parameter parameter(String text, String display) {
        Matcher matcher = matched(PARAMETER, text);
        String name = matcher.group("name");
        String type = matcher.group("type");
        boolean optional = type.startsWith("Optional<");
        Site site = sites.apply(display + "(" + name + ")");
        return new Parameter(
                name,
                matcher.group("from") == null ? name : matcher.group("from"),
                SketchedType.of(optional ? type.substring(9, type.length() - 1) : type),
                demand(type, matcher.group("nullable") != null),
                matcher.group("default") == null ? null : defaultValue(matcher.group("default"), type, site),
                matcher.group("input") != null,
                seed(matcher.group("seed")),
                site);
    }

    private static Demand demand(String type, boolean nullable) {
        if (type.equals("NodeContext")) {
            return Demand.CONTEXT;
        }
        return type.startsWith("Optional<") ? Demand.OPTIONAL : nullable ? Demand.NULLABLE : Demand.REQUIRED;
    }

    private static Parameter.Seed seed(@Nullable String text) {
        if (text == null) {
            return Parameter.Seed.NONE;
        }
        return text.equals("Seed") ? Parameter.Seed.SEED : Parameter.Seed.CONVERGING;
    }

    private @Nullable DefaultValue defaultValue(String text, String type, Site site) {
        if (text.startsWith("!")) {
            return new DefaultValue.Unfit(text.substring(1), "is no " + type, site);
        }
        return text.endsWith("()")
                ? provider(type + " " + text.substring(0, text.length() - 2))
                : new DefaultValue.Literal(text, CodeBlock.of(text));
    }

    /** {@code Locale locale}. */
    DefaultValue.Provider provider(String line) {
        int space = line.lastIndexOf(' ');
        String method = line.substring(space + 1);
        return new DefaultValue.Provider(
                owner,
                method,
                SketchedType.of(line.substring(0, space)),
                true,
                sites.apply("@Default " + owner.simpleName() + "." + method));
    }

    private List<OutputPort> outputs(String list, String display) {
        List<OutputPort> ports = new ArrayList<>();
        for (String text : split(list)) {
            boolean nullable = text.startsWith("@Nullable ");
            String port = nullable ? text.substring(10) : text;
            int space = port.lastIndexOf(' ');
            String name = port.substring(space + 1);
            ports.add(new OutputPort(
                    name,
                    SketchedType.of(port.substring(0, space)),
                    "",
                    nullable,
                    sites.apply(display + " -> " + name)));
        }
        return ports;
    }

    /** Splits at commas that are not between angle brackets. */
    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char character = list.charAt(i);
            depth += character == '<' ? 1 : character == '>' ? -1 : 0;
            if (character == ',' && depth == 0) {
                parts.add(list.substring(start, i).trim());
                start = i + 1;
            }
        }
        if (!list.substring(start).isBlank()) {
            parts.add(list.substring(start).trim());
        }
        return parts;
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not understood: " + text);
        }
        return matcher;
    }
}
