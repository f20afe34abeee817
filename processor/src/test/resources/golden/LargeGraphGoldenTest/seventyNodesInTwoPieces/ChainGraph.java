package app;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.GraphSettings;
import dev.hypergraph4j.runtime.MapInputs;
import dev.hypergraph4j.runtime.MapIterator;
import dev.hypergraph4j.runtime.MapResult;
import dev.hypergraph4j.runtime.PreparedRun;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.Runner;
import dev.hypergraph4j.runtime.event.EventProcessor;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;

/**
 * The graph {@code chain} of {@link Chain}: 70 nodes.
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Type</th><th>Given</th></tr>
 * <tr><td>v0</td><td>{@code int}</td><td>required</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs</caption>
 * <tr><th>Name</th><th>Type</th><th>From</th></tr>
 * <tr><td>v70</td><td>{@code int}</td><td>Chain.node70</td></tr>
 * </table>
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class ChainGraph extends CompiledGraph<ChainInputs, ChainOutputs> {
    private static final Plan PLAN = plan();
    private static final Slice<ChainOutputs> WHOLE = PLAN.whole(ChainGraph::byName);

    private ChainGraph(GraphSettings settings) {
        super(PLAN, ChainInputs.SPEC, settings);
    }

    /** Makes the graph. */
    public static ChainGraph create() {
        return new ChainGraph(GraphSettings.defaults());
    }

    /** Runs the graph with its required inputs. */
    public RunResult<ChainOutputs> run(int v0) {
        return run(ChainInputs.of(v0));
    }

    /** Runs the graph with inputs by name; bound ones need not be given. */
    public RunResult<ChainOutputs> run(Consumer<ChainInputs.Builder> inputs) {
        ChainInputs.Builder builder = ChainInputs.builder().fromValues(settings().bound());
        inputs.accept(builder);
        return run(builder.build());
    }

    /** Runs the graph once for each item: {@code map(m -> m.v0Each(...))}. */
    public MapResult<ChainOutputs> map(Consumer<Mapping> inputs) {
        return map(inputs, RunOptions.defaults());
    }

    /** Runs the graph once for each item; see {@link #map(Consumer)}. */
    public MapResult<ChainOutputs> map(Consumer<Mapping> inputs, RunOptions options) {
        return map(Mapping.items(inputs, settings().bound()), options);
    }

    /** Runs the graph once for each item as the results are asked for; see {@link #map(Consumer)}. */
    public MapIterator<ChainOutputs> mapIter(Consumer<Mapping> inputs) {
        return mapIter(Mapping.items(inputs, settings().bound()));
    }

    @Override
    public ChainGraph bind(String input, Object value) {
        return (ChainGraph) super.bind(input, value);
    }

    /** The same graph with values bound to inputs; see {@link #bind(String, Object)}. */
    public ChainGraph bind(Consumer<ChainInputs.Builder> inputs) {
        ChainInputs.Builder builder = ChainInputs.builder();
        inputs.accept(builder);
        return with(bound(builder.given()));
    }

    @Override
    public ChainGraph unbind(String... inputs) {
        return (ChainGraph) super.unbind(inputs);
    }

    @Override
    public ChainGraph with(Runner runner) {
        return (ChainGraph) super.with(runner);
    }

    @Override
    public ChainGraph with(EventProcessor processor) {
        return (ChainGraph) super.with(processor);
    }

    @Override
    protected ChainGraph with(GraphSettings newSettings) {
        return new ChainGraph(newSettings);
    }

    @Override
    protected ChainInputs withBound(ChainInputs inputs, GraphSettings bound) {
        return inputs;
    }

    @Override
    protected ChainInputs inputsOf(Map<String, Object> values) {
        return ChainInputs.builder().fromValues(values).build();
    }

    @Override
    protected PreparedRun<ChainOutputs> prepareUnbound(ChainInputs inputs, RunOptions options) {
        State state = new State();
        state.v0 = inputs.v0();
        return new PreparedRun<>(PLAN, WHOLE, state, options);
    }

    private static Plan plan() {
        Plan.Builder plan = Plan.named("chain");
        plan.input("v0", "int");
        describeNodes0(plan);
        describeNodes1(plan);
        plan.outputs("v70");
        plan.types(ChainGraph::type);
        return plan.build();
    }

    private static void describeNodes0(Plan.Builder plan) {
        plan.node("node1", "Chain.node1", "Chain.java", 5, "da424f11b159ff79")
                .takes("v0", "int")
                .gives("v1", "int");
        plan.node("node2", "Chain.node2", "Chain.java", 6, "70578889a486bad4")
                .takes("v1", "int")
                .gives("v2", "int");
        plan.node("node3", "Chain.node3", "Chain.java", 7, "b8cfeeafcc1d7391")
                .takes("v2", "int")
                .gives("v3", "int");
        plan.node("node4", "Chain.node4", "Chain.java", 8, "55e9ebd59aa2bfd7")
                .takes("v3", "int")
                .gives("v4", "int");
        plan.node("node5", "Chain.node5", "Chain.java", 9, "5747359580c9d143")
                .takes("v4", "int")
                .gives("v5", "int");
        plan.node("node6", "Chain.node6", "Chain.java", 10, "ff8053fd7bf53e2d")
                .takes("v5", "int")
                .gives("v6", "int");
        plan.node("node7", "Chain.node7", "Chain.java", 11, "2fb599ea9f58aa57")
                .takes("v6", "int")
                .gives("v7", "int");
        plan.node("node8", "Chain.node8", "Chain.java", 12, "0d9e112f9529c5ab")
                .takes("v7", "int")
                .gives("v8", "int");
        plan.node("node9", "Chain.node9", "Chain.java", 13, "b78d758f09cbac86")
                .takes("v8", "int")
                .gives("v9", "int");
        plan.node("node10", "Chain.node10", "Chain.java", 14, "7cb265edb00ad642")
                .takes("v9", "int")
                .gives("v10", "int");
        plan.node("node11", "Chain.node11", "Chain.java", 15, "c69081486652f15f")
                .takes("v10", "int")
                .gives("v11", "int");
        plan.node("node12", "Chain.node12", "Chain.java", 16, "c49b3a7c0984c7c3")
                .takes("v11", "int")
                .gives("v12", "int");
        plan.node("node13", "Chain.node13", "Chain.java", 17, "428fd0d2ea9ab424")
                .takes("v12", "int")
                .gives("v13", "int");
        plan.node("node14", "Chain.node14", "Chain.java", 18, "a40ad4d5fc2c78b4")
                .takes("v13", "int")
                .gives("v14", "int");
        plan.node("node15", "Chain.node15", "Chain.java", 19, "7ce7e7253295b302")
                .takes("v14", "int")
                .gives("v15", "int");
        plan.node("node16", "Chain.node16", "Chain.java", 20, "68c10ef5c79f3a8b")
                .takes("v15", "int")
                .gives("v16", "int");
        plan.node("node17", "Chain.node17", "Chain.java", 21, "7fecf51fc14816b0")
                .takes("v16", "int")
                .gives("v17", "int");
        plan.node("node18", "Chain.node18", "Chain.java", 22, "7a6ecdfdfaddfddb")
                .takes("v17", "int")
                .gives("v18", "int");
        plan.node("node19", "Chain.node19", "Chain.java", 23, "bac83c188f46fc94")
                .takes("v18", "int")
                .gives("v19", "int");
        plan.node("node20", "Chain.node20", "Chain.java", 24, "f133416ea62055b0")
                .takes("v19", "int")
                .gives("v20", "int");
        plan.node("node21", "Chain.node21", "Chain.java", 25, "19b35fb31ff0afb6")
                .takes("v20", "int")
                .gives("v21", "int");
        plan.node("node22", "Chain.node22", "Chain.java", 26, "7673c0bb0f2bff0e")
                .takes("v21", "int")
                .gives("v22", "int");
        plan.node("node23", "Chain.node23", "Chain.java", 27, "c5517fe4cc743147")
                .takes("v22", "int")
                .gives("v23", "int");
        plan.node("node24", "Chain.node24", "Chain.java", 28, "cfaadc493b67a5b1")
                .takes("v23", "int")
                .gives("v24", "int");
        plan.node("node25", "Chain.node25", "Chain.java", 29, "03dc446cdcc2bc0b")
                .takes("v24", "int")
                .gives("v25", "int");
        plan.node("node26", "Chain.node26", "Chain.java", 30, "1bc361efc8b3d546")
                .takes("v25", "int")
                .gives("v26", "int");
        plan.node("node27", "Chain.node27", "Chain.java", 31, "e65277acde02f3d6")
                .takes("v26", "int")
                .gives("v27", "int");
        plan.node("node28", "Chain.node28", "Chain.java", 32, "9005153a908ec4e8")
                .takes("v27", "int")
                .gives("v28", "int");
        plan.node("node29", "Chain.node29", "Chain.java", 33, "13a6cdfa7d9069cb")
                .takes("v28", "int")
                .gives("v29", "int");
        plan.node("node30", "Chain.node30", "Chain.java", 34, "a9b425b4ee16c49e")
                .takes("v29", "int")
                .gives("v30", "int");
        plan.node("node31", "Chain.node31", "Chain.java", 35, "efa0c96b5b90d04a")
                .takes("v30", "int")
                .gives("v31", "int");
        plan.node("node32", "Chain.node32", "Chain.java", 36, "5d306852c51e6c0c")
                .takes("v31", "int")
                .gives("v32", "int");
        plan.node("node33", "Chain.node33", "Chain.java", 37, "1e49fa840f1056ac")
                .takes("v32", "int")
                .gives("v33", "int");
        plan.node("node34", "Chain.node34", "Chain.java", 38, "8e696807302258d6")
                .takes("v33", "int")
                .gives("v34", "int");
        plan.node("node35", "Chain.node35", "Chain.java", 39, "bca4e6d10460dc4a")
                .takes("v34", "int")
                .gives("v35", "int");
        plan.node("node36", "Chain.node36", "Chain.java", 40, "03342a753330c3a6")
                .takes("v35", "int")
                .gives("v36", "int");
        plan.node("node37", "Chain.node37", "Chain.java", 41, "aeafaf1120960fa4")
                .takes("v36", "int")
                .gives("v37", "int");
        plan.node("node38", "Chain.node38", "Chain.java", 42, "e72f70ca855398f7")
                .takes("v37", "int")
                .gives("v38", "int");
        plan.node("node39", "Chain.node39", "Chain.java", 43, "91ffbe16a475bc98")
                .takes("v38", "int")
                .gives("v39", "int");
        plan.node("node40", "Chain.node40", "Chain.java", 44, "3833f3c920b6994e")
                .takes("v39", "int")
                .gives("v40", "int");
        plan.node("node41", "Chain.node41", "Chain.java", 45, "2492f5172d4ba2a3")
                .takes("v40", "int")
                .gives("v41", "int");
        plan.node("node42", "Chain.node42", "Chain.java", 46, "1226f187063c7abb")
                .takes("v41", "int")
                .gives("v42", "int");
        plan.node("node43", "Chain.node43", "Chain.java", 47, "d1f9ee79b51cfdda")
                .takes("v42", "int")
                .gives("v43", "int");
        plan.node("node44", "Chain.node44", "Chain.java", 48, "b05001d8d06ebe7c")
                .takes("v43", "int")
                .gives("v44", "int");
        plan.node("node45", "Chain.node45", "Chain.java", 49, "1794b76a04298ad2")
                .takes("v44", "int")
                .gives("v45", "int");
        plan.node("node46", "Chain.node46", "Chain.java", 50, "260a2a6e8f6d2ca5")
                .takes("v45", "int")
                .gives("v46", "int");
        plan.node("node47", "Chain.node47", "Chain.java", 51, "48aec506cff7150e")
                .takes("v46", "int")
                .gives("v47", "int");
        plan.node("node48", "Chain.node48", "Chain.java", 52, "abfb78152e9c65e8")
                .takes("v47", "int")
                .gives("v48", "int");
        plan.node("node49", "Chain.node49", "Chain.java", 53, "4d1be38bfd9243f2")
                .takes("v48", "int")
                .gives("v49", "int");
        plan.node("node50", "Chain.node50", "Chain.java", 54, "81e3a2b876bb3ed7")
                .takes("v49", "int")
                .gives("v50", "int");
        plan.node("node51", "Chain.node51", "Chain.java", 55, "3d23a90b7a6c8bec")
                .takes("v50", "int")
                .gives("v51", "int");
        plan.node("node52", "Chain.node52", "Chain.java", 56, "04ceadf1feb09cd1")
                .takes("v51", "int")
                .gives("v52", "int");
        plan.node("node53", "Chain.node53", "Chain.java", 57, "7bacb66dedf3a795")
                .takes("v52", "int")
                .gives("v53", "int");
        plan.node("node54", "Chain.node54", "Chain.java", 58, "53a224bf8d582b0e")
                .takes("v53", "int")
                .gives("v54", "int");
        plan.node("node55", "Chain.node55", "Chain.java", 59, "3e4b643154f249e2")
                .takes("v54", "int")
                .gives("v55", "int");
        plan.node("node56", "Chain.node56", "Chain.java", 60, "2a1b17f04cc595e9")
                .takes("v55", "int")
                .gives("v56", "int");
        plan.node("node57", "Chain.node57", "Chain.java", 61, "ea2f78fe4acc0fc5")
                .takes("v56", "int")
                .gives("v57", "int");
        plan.node("node58", "Chain.node58", "Chain.java", 62, "91059ba9e31396d7")
                .takes("v57", "int")
                .gives("v58", "int");
        plan.node("node59", "Chain.node59", "Chain.java", 63, "ae38689ff8c54d32")
                .takes("v58", "int")
                .gives("v59", "int");
        plan.node("node60", "Chain.node60", "Chain.java", 64, "ac8af5f076a231b8")
                .takes("v59", "int")
                .gives("v60", "int");
        plan.node("node61", "Chain.node61", "Chain.java", 65, "8c89b179590749f4")
                .takes("v60", "int")
                .gives("v61", "int");
        plan.node("node62", "Chain.node62", "Chain.java", 66, "90fb6edc0c2f0f07")
                .takes("v61", "int")
                .gives("v62", "int");
        plan.node("node63", "Chain.node63", "Chain.java", 67, "bd74ac467dabe176")
                .takes("v62", "int")
                .gives("v63", "int");
        plan.node("node64", "Chain.node64", "Chain.java", 68, "beccc28e0bfa0bf5")
                .takes("v63", "int")
                .gives("v64", "int");
    }

    private static void describeNodes1(Plan.Builder plan) {
        plan.node("node65", "Chain.node65", "Chain.java", 69, "f0cd6bf4712b7296")
                .takes("v64", "int")
                .gives("v65", "int");
        plan.node("node66", "Chain.node66", "Chain.java", 70, "57970db4a709cb48")
                .takes("v65", "int")
                .gives("v66", "int");
        plan.node("node67", "Chain.node67", "Chain.java", 71, "6b83161ab3c98d2d")
                .takes("v66", "int")
                .gives("v67", "int");
        plan.node("node68", "Chain.node68", "Chain.java", 72, "4d68cedd93b49ee5")
                .takes("v67", "int")
                .gives("v68", "int");
        plan.node("node69", "Chain.node69", "Chain.java", 73, "25db48d665915019")
                .takes("v68", "int")
                .gives("v69", "int");
        plan.node("node70", "Chain.node70", "Chain.java", 74, "6bd2745a803c20f4")
                .takes("v69", "int")
                .gives("v70", "int");
    }

    private static Type type(int slot) {
        return switch (slot) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
                    23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
                    43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
                    63, 64, 65, 66, 67, 68, 69, 70 -> int.class;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Map<String, Object> byName(ChainOutputs outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("v70", outputs.v70());
        return values;
    }

    /** Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe. */
    public static final class Mapping {
        private final ChainInputs.Builder same;
        private final MapInputs<ChainInputs.Builder> varying = new MapInputs<>();

        private Mapping(ChainInputs.Builder same) {
            this.same = same;
        }

        /** Gives {@code v0} for each item. */
        public Mapping v0Each(Iterable<? extends Integer> v0) {
            this.varying.vary("v0", v0, (in, one) -> in.v0(one));
            return this;
        }

        /** Gives {@code v0} for all items: required. */
        public Mapping v0(int v0) {
            this.varying.keep("v0");
            this.same.v0(v0);
            return this;
        }

        /** Puts the first values together, then the second ones, and so on, of equally many: the default. */
        public Mapping zip() {
            this.varying.combine(MapMode.ZIP);
            return this;
        }

        /** Puts each value together with each of the others; those given last change fastest. */
        public Mapping product() {
            this.varying.combine(MapMode.PRODUCT);
            return this;
        }

        private static Iterable<ChainInputs> items(Consumer<Mapping> inputs,
                Map<String, Object> bound) {
            Mapping mapping = new Mapping(ChainInputs.builder().fromValues(bound));
            inputs.accept(mapping);
            return mapping.varying.items(mapping.same, in -> in.build());
        }
    }

    /** The values of one run, and its nodes: each falls through to the next until the last one asked for. */
    private static final class State extends GraphState {
        private int v0;
        private int v1;
        private int v2;
        private int v3;
        private int v4;
        private int v5;
        private int v6;
        private int v7;
        private int v8;
        private int v9;
        private int v10;
        private int v11;
        private int v12;
        private int v13;
        private int v14;
        private int v15;
        private int v16;
        private int v17;
        private int v18;
        private int v19;
        private int v20;
        private int v21;
        private int v22;
        private int v23;
        private int v24;
        private int v25;
        private int v26;
        private int v27;
        private int v28;
        private int v29;
        private int v30;
        private int v31;
        private int v32;
        private int v33;
        private int v34;
        private int v35;
        private int v36;
        private int v37;
        private int v38;
        private int v39;
        private int v40;
        private int v41;
        private int v42;
        private int v43;
        private int v44;
        private int v45;
        private int v46;
        private int v47;
        private int v48;
        private int v49;
        private int v50;
        private int v51;
        private int v52;
        private int v53;
        private int v54;
        private int v55;
        private int v56;
        private int v57;
        private int v58;
        private int v59;
        private int v60;
        private int v61;
        private int v62;
        private int v63;
        private int v64;
        private int v65;
        private int v66;
        private int v67;
        private int v68;
        private int v69;
        private int v70;

        @Override
        public void run(int from, int to) throws Throwable {
            for (int node = from; node < to; node = (node | 63) + 1) {
                switch (node >> 6) {
                    case 0 -> nodes0(node, to);
                    case 1 -> nodes1(node, to);
                }
            }
        }

        private void nodes0(int from, int to) throws Throwable {
            switch (from) {
                case 0: // node1, Chain.java:5
                    v1 = Chain.node1(v0);
                    if (ended(0) == to) {
                        return;
                    }
                case 1: // node2, Chain.java:6
                    v2 = Chain.node2(v1);
                    if (ended(1) == to) {
                        return;
                    }
                case 2: // node3, Chain.java:7
                    v3 = Chain.node3(v2);
                    if (ended(2) == to) {
                        return;
                    }
                case 3: // node4, Chain.java:8
                    v4 = Chain.node4(v3);
                    if (ended(3) == to) {
                        return;
                    }
                case 4: // node5, Chain.java:9
                    v5 = Chain.node5(v4);
                    if (ended(4) == to) {
                        return;
                    }
                case 5: // node6, Chain.java:10
                    v6 = Chain.node6(v5);
                    if (ended(5) == to) {
                        return;
                    }
                case 6: // node7, Chain.java:11
                    v7 = Chain.node7(v6);
                    if (ended(6) == to) {
                        return;
                    }
                case 7: // node8, Chain.java:12
                    v8 = Chain.node8(v7);
                    if (ended(7) == to) {
                        return;
                    }
                case 8: // node9, Chain.java:13
                    v9 = Chain.node9(v8);
                    if (ended(8) == to) {
                        return;
                    }
                case 9: // node10, Chain.java:14
                    v10 = Chain.node10(v9);
                    if (ended(9) == to) {
                        return;
                    }
                case 10: // node11, Chain.java:15
                    v11 = Chain.node11(v10);
                    if (ended(10) == to) {
                        return;
                    }
                case 11: // node12, Chain.java:16
                    v12 = Chain.node12(v11);
                    if (ended(11) == to) {
                        return;
                    }
                case 12: // node13, Chain.java:17
                    v13 = Chain.node13(v12);
                    if (ended(12) == to) {
                        return;
                    }
                case 13: // node14, Chain.java:18
                    v14 = Chain.node14(v13);
                    if (ended(13) == to) {
                        return;
                    }
                case 14: // node15, Chain.java:19
                    v15 = Chain.node15(v14);
                    if (ended(14) == to) {
                        return;
                    }
                case 15: // node16, Chain.java:20
                    v16 = Chain.node16(v15);
                    if (ended(15) == to) {
                        return;
                    }
                case 16: // node17, Chain.java:21
                    v17 = Chain.node17(v16);
                    if (ended(16) == to) {
                        return;
                    }
                case 17: // node18, Chain.java:22
                    v18 = Chain.node18(v17);
                    if (ended(17) == to) {
                        return;
                    }
                case 18: // node19, Chain.java:23
                    v19 = Chain.node19(v18);
                    if (ended(18) == to) {
                        return;
                    }
                case 19: // node20, Chain.java:24
                    v20 = Chain.node20(v19);
                    if (ended(19) == to) {
                        return;
                    }
                case 20: // node21, Chain.java:25
                    v21 = Chain.node21(v20);
                    if (ended(20) == to) {
                        return;
                    }
                case 21: // node22, Chain.java:26
                    v22 = Chain.node22(v21);
                    if (ended(21) == to) {
                        return;
                    }
                case 22: // node23, Chain.java:27
                    v23 = Chain.node23(v22);
                    if (ended(22) == to) {
                        return;
                    }
                case 23: // node24, Chain.java:28
                    v24 = Chain.node24(v23);
                    if (ended(23) == to) {
                        return;
                    }
                case 24: // node25, Chain.java:29
                    v25 = Chain.node25(v24);
                    if (ended(24) == to) {
                        return;
                    }
                case 25: // node26, Chain.java:30
                    v26 = Chain.node26(v25);
                    if (ended(25) == to) {
                        return;
                    }
                case 26: // node27, Chain.java:31
                    v27 = Chain.node27(v26);
                    if (ended(26) == to) {
                        return;
                    }
                case 27: // node28, Chain.java:32
                    v28 = Chain.node28(v27);
                    if (ended(27) == to) {
                        return;
                    }
                case 28: // node29, Chain.java:33
                    v29 = Chain.node29(v28);
                    if (ended(28) == to) {
                        return;
                    }
                case 29: // node30, Chain.java:34
                    v30 = Chain.node30(v29);
                    if (ended(29) == to) {
                        return;
                    }
                case 30: // node31, Chain.java:35
                    v31 = Chain.node31(v30);
                    if (ended(30) == to) {
                        return;
                    }
                case 31: // node32, Chain.java:36
                    v32 = Chain.node32(v31);
                    if (ended(31) == to) {
                        return;
                    }
                case 32: // node33, Chain.java:37
                    v33 = Chain.node33(v32);
                    if (ended(32) == to) {
                        return;
                    }
                case 33: // node34, Chain.java:38
                    v34 = Chain.node34(v33);
                    if (ended(33) == to) {
                        return;
                    }
                case 34: // node35, Chain.java:39
                    v35 = Chain.node35(v34);
                    if (ended(34) == to) {
                        return;
                    }
                case 35: // node36, Chain.java:40
                    v36 = Chain.node36(v35);
                    if (ended(35) == to) {
                        return;
                    }
                case 36: // node37, Chain.java:41
                    v37 = Chain.node37(v36);
                    if (ended(36) == to) {
                        return;
                    }
                case 37: // node38, Chain.java:42
                    v38 = Chain.node38(v37);
                    if (ended(37) == to) {
                        return;
                    }
                case 38: // node39, Chain.java:43
                    v39 = Chain.node39(v38);
                    if (ended(38) == to) {
                        return;
                    }
                case 39: // node40, Chain.java:44
                    v40 = Chain.node40(v39);
                    if (ended(39) == to) {
                        return;
                    }
                case 40: // node41, Chain.java:45
                    v41 = Chain.node41(v40);
                    if (ended(40) == to) {
                        return;
                    }
                case 41: // node42, Chain.java:46
                    v42 = Chain.node42(v41);
                    if (ended(41) == to) {
                        return;
                    }
                case 42: // node43, Chain.java:47
                    v43 = Chain.node43(v42);
                    if (ended(42) == to) {
                        return;
                    }
                case 43: // node44, Chain.java:48
                    v44 = Chain.node44(v43);
                    if (ended(43) == to) {
                        return;
                    }
                case 44: // node45, Chain.java:49
                    v45 = Chain.node45(v44);
                    if (ended(44) == to) {
                        return;
                    }
                case 45: // node46, Chain.java:50
                    v46 = Chain.node46(v45);
                    if (ended(45) == to) {
                        return;
                    }
                case 46: // node47, Chain.java:51
                    v47 = Chain.node47(v46);
                    if (ended(46) == to) {
                        return;
                    }
                case 47: // node48, Chain.java:52
                    v48 = Chain.node48(v47);
                    if (ended(47) == to) {
                        return;
                    }
                case 48: // node49, Chain.java:53
                    v49 = Chain.node49(v48);
                    if (ended(48) == to) {
                        return;
                    }
                case 49: // node50, Chain.java:54
                    v50 = Chain.node50(v49);
                    if (ended(49) == to) {
                        return;
                    }
                case 50: // node51, Chain.java:55
                    v51 = Chain.node51(v50);
                    if (ended(50) == to) {
                        return;
                    }
                case 51: // node52, Chain.java:56
                    v52 = Chain.node52(v51);
                    if (ended(51) == to) {
                        return;
                    }
                case 52: // node53, Chain.java:57
                    v53 = Chain.node53(v52);
                    if (ended(52) == to) {
                        return;
                    }
                case 53: // node54, Chain.java:58
                    v54 = Chain.node54(v53);
                    if (ended(53) == to) {
                        return;
                    }
                case 54: // node55, Chain.java:59
                    v55 = Chain.node55(v54);
                    if (ended(54) == to) {
                        return;
                    }
                case 55: // node56, Chain.java:60
                    v56 = Chain.node56(v55);
                    if (ended(55) == to) {
                        return;
                    }
                case 56: // node57, Chain.java:61
                    v57 = Chain.node57(v56);
                    if (ended(56) == to) {
                        return;
                    }
                case 57: // node58, Chain.java:62
                    v58 = Chain.node58(v57);
                    if (ended(57) == to) {
                        return;
                    }
                case 58: // node59, Chain.java:63
                    v59 = Chain.node59(v58);
                    if (ended(58) == to) {
                        return;
                    }
                case 59: // node60, Chain.java:64
                    v60 = Chain.node60(v59);
                    if (ended(59) == to) {
                        return;
                    }
                case 60: // node61, Chain.java:65
                    v61 = Chain.node61(v60);
                    if (ended(60) == to) {
                        return;
                    }
                case 61: // node62, Chain.java:66
                    v62 = Chain.node62(v61);
                    if (ended(61) == to) {
                        return;
                    }
                case 62: // node63, Chain.java:67
                    v63 = Chain.node63(v62);
                    if (ended(62) == to) {
                        return;
                    }
                case 63: // node64, Chain.java:68
                    v64 = Chain.node64(v63);
                    ended(63);
            }
        }

        private void nodes1(int from, int to) throws Throwable {
            switch (from) {
                case 64: // node65, Chain.java:69
                    v65 = Chain.node65(v64);
                    if (ended(64) == to) {
                        return;
                    }
                case 65: // node66, Chain.java:70
                    v66 = Chain.node66(v65);
                    if (ended(65) == to) {
                        return;
                    }
                case 66: // node67, Chain.java:71
                    v67 = Chain.node67(v66);
                    if (ended(66) == to) {
                        return;
                    }
                case 67: // node68, Chain.java:72
                    v68 = Chain.node68(v67);
                    if (ended(67) == to) {
                        return;
                    }
                case 68: // node69, Chain.java:73
                    v69 = Chain.node69(v68);
                    if (ended(68) == to) {
                        return;
                    }
                case 69: // node70, Chain.java:74
                    v70 = Chain.node70(v69);
                    ended(69);
            }
        }

        @Override
        public void put(int slot, Object value) {
            if (slot <= 64) {
                put1(slot, value);
                return;
            }
            if (slot <= 70) {
                put65(slot, value);
                return;
            }
        }

        private void put1(int slot, Object value) {
            switch (slot) {
                case 1 -> v1 = (int) value;
                case 2 -> v2 = (int) value;
                case 3 -> v3 = (int) value;
                case 4 -> v4 = (int) value;
                case 5 -> v5 = (int) value;
                case 6 -> v6 = (int) value;
                case 7 -> v7 = (int) value;
                case 8 -> v8 = (int) value;
                case 9 -> v9 = (int) value;
                case 10 -> v10 = (int) value;
                case 11 -> v11 = (int) value;
                case 12 -> v12 = (int) value;
                case 13 -> v13 = (int) value;
                case 14 -> v14 = (int) value;
                case 15 -> v15 = (int) value;
                case 16 -> v16 = (int) value;
                case 17 -> v17 = (int) value;
                case 18 -> v18 = (int) value;
                case 19 -> v19 = (int) value;
                case 20 -> v20 = (int) value;
                case 21 -> v21 = (int) value;
                case 22 -> v22 = (int) value;
                case 23 -> v23 = (int) value;
                case 24 -> v24 = (int) value;
                case 25 -> v25 = (int) value;
                case 26 -> v26 = (int) value;
                case 27 -> v27 = (int) value;
                case 28 -> v28 = (int) value;
                case 29 -> v29 = (int) value;
                case 30 -> v30 = (int) value;
                case 31 -> v31 = (int) value;
                case 32 -> v32 = (int) value;
                case 33 -> v33 = (int) value;
                case 34 -> v34 = (int) value;
                case 35 -> v35 = (int) value;
                case 36 -> v36 = (int) value;
                case 37 -> v37 = (int) value;
                case 38 -> v38 = (int) value;
                case 39 -> v39 = (int) value;
                case 40 -> v40 = (int) value;
                case 41 -> v41 = (int) value;
                case 42 -> v42 = (int) value;
                case 43 -> v43 = (int) value;
                case 44 -> v44 = (int) value;
                case 45 -> v45 = (int) value;
                case 46 -> v46 = (int) value;
                case 47 -> v47 = (int) value;
                case 48 -> v48 = (int) value;
                case 49 -> v49 = (int) value;
                case 50 -> v50 = (int) value;
                case 51 -> v51 = (int) value;
                case 52 -> v52 = (int) value;
                case 53 -> v53 = (int) value;
                case 54 -> v54 = (int) value;
                case 55 -> v55 = (int) value;
                case 56 -> v56 = (int) value;
                case 57 -> v57 = (int) value;
                case 58 -> v58 = (int) value;
                case 59 -> v59 = (int) value;
                case 60 -> v60 = (int) value;
                case 61 -> v61 = (int) value;
                case 62 -> v62 = (int) value;
                case 63 -> v63 = (int) value;
                case 64 -> v64 = (int) value;
                default -> throw new IllegalArgumentException();
            }
        }

        private void put65(int slot, Object value) {
            switch (slot) {
                case 65 -> v65 = (int) value;
                case 66 -> v66 = (int) value;
                case 67 -> v67 = (int) value;
                case 68 -> v68 = (int) value;
                case 69 -> v69 = (int) value;
                case 70 -> v70 = (int) value;
                default -> throw new IllegalArgumentException();
            }
        }

        @Override
        public Object value(int slot) {
            return switch (slot >> 6) {
                case 0 -> values0(slot);
                case 1 -> values1(slot);
                default -> throw new IllegalArgumentException();
            };
        }

        private Object values0(int slot) {
            return switch (slot) {
                case 0 -> v0;
                case 1 -> v1;
                case 2 -> v2;
                case 3 -> v3;
                case 4 -> v4;
                case 5 -> v5;
                case 6 -> v6;
                case 7 -> v7;
                case 8 -> v8;
                case 9 -> v9;
                case 10 -> v10;
                case 11 -> v11;
                case 12 -> v12;
                case 13 -> v13;
                case 14 -> v14;
                case 15 -> v15;
                case 16 -> v16;
                case 17 -> v17;
                case 18 -> v18;
                case 19 -> v19;
                case 20 -> v20;
                case 21 -> v21;
                case 22 -> v22;
                case 23 -> v23;
                case 24 -> v24;
                case 25 -> v25;
                case 26 -> v26;
                case 27 -> v27;
                case 28 -> v28;
                case 29 -> v29;
                case 30 -> v30;
                case 31 -> v31;
                case 32 -> v32;
                case 33 -> v33;
                case 34 -> v34;
                case 35 -> v35;
                case 36 -> v36;
                case 37 -> v37;
                case 38 -> v38;
                case 39 -> v39;
                case 40 -> v40;
                case 41 -> v41;
                case 42 -> v42;
                case 43 -> v43;
                case 44 -> v44;
                case 45 -> v45;
                case 46 -> v46;
                case 47 -> v47;
                case 48 -> v48;
                case 49 -> v49;
                case 50 -> v50;
                case 51 -> v51;
                case 52 -> v52;
                case 53 -> v53;
                case 54 -> v54;
                case 55 -> v55;
                case 56 -> v56;
                case 57 -> v57;
                case 58 -> v58;
                case 59 -> v59;
                case 60 -> v60;
                case 61 -> v61;
                case 62 -> v62;
                case 63 -> v63;
                default -> throw new IllegalArgumentException();
            };
        }

        private Object values1(int slot) {
            return switch (slot) {
                case 64 -> v64;
                case 65 -> v65;
                case 66 -> v66;
                case 67 -> v67;
                case 68 -> v68;
                case 69 -> v69;
                case 70 -> v70;
                default -> throw new IllegalArgumentException();
            };
        }

        @Override
        public Object result(int slice) {
            return new ChainOutputs(v70);
        }
    }
}
