package dev.hypergraph4j.processor.sketch;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Decision.Choice;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what stands before and behind a method's name and parameters: what kind of node it is, and what it does beside giving values. */
final class TraitsSketch {
    /** What may stand before the name. */
    static final String KIND = "(?:(?<kind>interrupt|stream|ifelse|(?:text )?(?:several )?route) )?";

    /** What may stand behind the outputs. */
    static final String TAIL = "(?: => (?<targets>.*?))?(?: fallback (?<fallback>\\S+))?(?: unlisted (?<unlisted>.*?))?"
            + "(?<nullable> nullable)?(?<closed> closed)?(?: emits (?<emits>.*?))?(?: waits (?<waits>.*?))?(?<cached> cached)?";

    private static final SketchedType ENUM = SketchedType.of("Choice");

    private final Matcher line;
    private final String kind;
    private final String display;
    private final Function<String, Site> sites;

    /**
     * Reads the traits of one method.
     *
     * @param line matched by a pattern with {@link #KIND} and {@link #TAIL}
     */
    TraitsSketch(Matcher line, String display, Function<String, Site> sites) {
        this.line = line;
        this.kind = line.group("kind") == null ? "" : line.group("kind");
        this.display = display;
        this.sites = sites;
    }

    Traits read() {
        return new Traits(
                decision(),
                kind.equals("interrupt"),
                kind.equals("stream") ? Traits.Streaming.STREAM : null,
                names("emits"),
                names("waits"),
                line.group("cached") != null,
                null,
                0,
                false);
    }

    private @Nullable Decision decision() {
        boolean ifElse = kind.equals("ifelse");
        if (!ifElse && !kind.endsWith("route")) {
            return null;
        }
        List<Name> fallback = names("fallback");
        Choice choice = ifElse ? Choice.BOOLEAN : kind.startsWith("text") ? Choice.TEXT : Choice.ENUM;
        return new Decision(
                choice,
                kind.contains("several"),
                line.group("nullable") != null,
                choice == Choice.ENUM ? ENUM : null,
                ifElse ? branches() : targets(),
                names("unlisted"),
                fallback.isEmpty() ? null : fallback.get(0),
                line.group("closed") == null);
    }

    private List<GateTarget> branches() {
        String[] nodes = line.group("targets").split(" : ", 2);
        return List.of(target("true", nodes[0]), target("false", nodes[1]));
    }

    /** {@code search | RED=stop | END}. */
    private List<GateTarget> targets() {
        List<GateTarget> targets = new ArrayList<>();
        String list = line.group("targets");
        for (String text : list == null ? new String[0] : list.split(" \\| ", -1)) {
            String[] sides = text.split("=", 2);
            targets.add(target(sides[0], sides[sides.length - 1]));
        }
        return targets;
    }

    private GateTarget target(String choice, String node) {
        return new GateTarget(choice, node, sites.apply(display + " => " + node));
    }

    private List<Name> names(String clause) {
        String list = line.group(clause);
        return Stream.of(list == null ? new String[0] : list.split(", ", -1))
                .map(name -> new Name(name, sites.apply(display + " " + clause + " " + name)))
                .toList();
    }
}
