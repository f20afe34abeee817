package dev.hypergraph4j.processor.sketch;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.wire.Wirer;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects what a graph is made of; how its lines are spelled says {@link MethodSketch}. Sites are in the order of the calls. A graph whose name has no
 * package is in {@code app}, and so are libraries.
 */
public final class Sketch {
    private final ClassName type;
    private final Site site;
    private final List<NodeMethod> ownMethods = new ArrayList<>();
    private final List<DefaultValue.Provider> ownProviders = new ArrayList<>();
    private final List<DefaultValue.Unfit> ownUnfit = new ArrayList<>();
    private final Map<String, NodeClass> libraries = new LinkedHashMap<>();
    private final List<NodeUse> uses = new ArrayList<>();
    private final List<EntryMethod> entries = new ArrayList<>();
    private final List<Name> inputs = new ArrayList<>();
    private final List<Name> select = new ArrayList<>();
    private final List<Name> entrypoint = new ArrayList<>();
    private final List<Name> shared = new ArrayList<>();
    private final List<UnknownReference> unknown = new ArrayList<>();
    private Set<String> suppressed = Set.of();
    private int maxIterations = 1000;
    private boolean durable;
    private boolean complete = true;
    private int sites;

    private Sketch(ClassName type) {
        this.type = type;
        this.site = site("@Graph " + type.simpleName());
    }

    /** Starts a graph. */
    public static Sketch graph(String name) {
        return new Sketch(className(name));
    }

    /** Adds a node of the graph's own class. */
    public Sketch node(String line) {
        return faulty(line);
    }

    /** Adds a node of the graph's own class that can't be one. */
    public Sketch faulty(String line, Fault... faults) {
        NodeMethod method = own().node(line, List.of(faults));
        ownMethods.add(method);
        uses.add(new NodeUse(method, type, method.node(), List.of(), List.of(), true, method.site()));
        return this;
    }

    /** Adds a default method of the graph's own class: {@code Locale locale}. */
    public Sketch provider(String line) {
        ownProviders.add(own().provider(line));
        return this;
    }

    /** Adds a default method of the graph's own class that can't provide one: {@code unfitProvider("G.n()", "is private")}. */
    public Sketch unfitProvider(String display, String reason) {
        ownUnfit.add(new DefaultValue.Unfit(display, reason, site("@Default " + display)));
        return this;
    }

    /** Adds a class with node methods, and its nodes. */
    public Sketch library(String name, String... lines) {
        declare(name, lines);
        libraries.get(name).methods().forEach(method -> uses.add(plainUse(method)));
        return this;
    }

    /** Adds a class with node methods for {@link #use}. */
    public Sketch declare(String name, String... lines) {
        MethodSketch sketch = new MethodSketch(className(name), this::site);
        Site classSite = site("class " + name);
        List<NodeMethod> methods =
                Stream.of(lines).map(line -> sketch.node(line, List.of())).toList();
        libraries.put(name, nodeClass(className(name), methods, Origin.SOURCE, classSite));
        return this;
    }

    /** Adds a class that comes from a class file, and its nodes: there is only one site for all of it. */
    public Sketch jar(String name, String... lines) {
        return classFile(name, Origin.CLASS_FILE, lines);
    }

    /** Adds a class from a class file that does not tell the names of parameters. */
    public Sketch namelessJar(String name, String... lines) {
        return classFile(name, Origin.NAMELESS_CLASS_FILE, lines);
    }

    private Sketch classFile(String name, Origin origin, String... lines) {
        Site entry = site("nodes " + name);
        MethodSketch sketch = new MethodSketch(className(name), ignored -> entry);
        List<NodeMethod> methods =
                Stream.of(lines).map(line -> sketch.node(line, List.of())).toList();
        libraries.put(name, nodeClass(className(name), methods, origin, entry));
        methods.forEach(method -> uses.add(plainUse(method)));
        return this;
    }

    /** Adds a {@code @Use}: {@code use("summarizeTitle", "Summarizer.summarize", "text -> title", "summary -> shortTitle")}. */
    public Sketch use(String name, String method, String inputs, String outputs) {
        NodeMethod found = libraries.values().stream()
                .flatMap(library -> library.methods().stream())
                .filter(candidate -> candidate.display().equals(method))
                .findFirst()
                .orElseThrow();
        Site useSite = site("@Use " + name);
        uses.add(new NodeUse(
                found, found.owner(), name, renamings(name, inputs), renamings(name, outputs), false, useSite));
        return this;
    }

    /** Adds an entry method, which makes the graph an interface. */
    public Sketch entry(String line) {
        entries.add(own().entry(line));
        return this;
    }

    /** Lists inputs. */
    public Sketch inputs(String... names) {
        return add(inputs, "inputs ", names);
    }

    /** Selects outputs. */
    public Sketch select(String... names) {
        return add(select, "select ", names);
    }

    /** Names nodes to start from. */
    public Sketch entrypoint(String... names) {
        return add(entrypoint, "entrypoint ", names);
    }

    /** Names values that several nodes give. */
    public Sketch shared(String... names) {
        return add(shared, "shared ", names);
    }

    /** Limits the turns of cycles. */
    public Sketch maxIterations(int turns) {
        maxIterations = turns;
        return this;
    }

    /** Wants values that can be written and read back: all but {@code Object} and types called {@code Opaque}. */
    public Sketch durable() {
        durable = true;
        return this;
    }

    /** Adds a reference that leads nowhere. */
    public Sketch unknown(UnknownReference.Kind kind, String name, String... known) {
        unknown.add(new UnknownReference(kind, name, List.of(known), site("reference " + name)));
        return this;
    }

    /** Says that types are missing. */
    public Sketch incomplete() {
        complete = false;
        return this;
    }

    /** Silences these rules on whatever is added from now on. */
    public Sketch suppress(String... rules) {
        suppressed = Set.of(rules);
        return this;
    }

    /** The model. */
    public GraphDeclaration declaration() {
        List<NodeClass> classes = new ArrayList<>();
        classes.add(ownClass());
        classes.addAll(libraries.values());
        return new GraphDeclaration(
                type,
                type.simpleName(),
                "",
                !entries.isEmpty(),
                true,
                classes,
                List.copyOf(uses),
                List.of(),
                List.copyOf(entries),
                List.copyOf(inputs),
                List.copyOf(select),
                List.copyOf(entrypoint),
                List.copyOf(shared),
                maxIterations,
                durable,
                List.copyOf(unknown),
                complete,
                site);
    }

    /** The graph's own class. */
    public NodeClass ownClass() {
        return new NodeClass(
                type,
                List.copyOf(ownMethods),
                List.copyOf(ownProviders),
                List.copyOf(ownUnfit),
                Origin.SOURCE,
                true,
                site);
    }

    /** The model, wired. */
    public Wiring wired() {
        return Wirer.wire(declaration());
    }

    private MethodSketch own() {
        return new MethodSketch(type, this::site);
    }

    private static NodeUse plainUse(NodeMethod method) {
        return new NodeUse(method, method.owner(), method.node(), List.of(), List.of(), false, method.site());
    }

    private static NodeClass nodeClass(ClassName name, List<NodeMethod> methods, Origin origin, Site site) {
        return new NodeClass(name, methods, List.of(), List.of(), origin, true, site);
    }

    private List<Renaming> renamings(String use, String list) {
        List<Renaming> renamings = new ArrayList<>();
        for (String part : list.isEmpty() ? new String[0] : list.split(", ", -1)) {
            String[] names = part.split(" -> ", -1);
            String where = "@Rename " + part + " of " + use;
            renamings.add(new Renaming(new Name(names[0], site(where)), new Name(names[1], site(where))));
        }
        return renamings;
    }

    private Sketch add(List<Name> list, String where, String... names) {
        for (String name : names) {
            list.add(new Name(name, site(where + name)));
        }
        return this;
    }

    private Site site(String name) {
        return new SketchedSite(sites++, name, suppressed);
    }

    private static ClassName className(String name) {
        return name.contains(".") ? ClassName.bestGuess(name) : ClassName.get("app", name);
    }
}
