package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a slice as ranges of neighbouring numbers in the plan: {@code 0, 3, 5, 6} are the nodes 0, 1, 2 and 5. */
final class SliceRanges {
    private final Map<GraphNode, Integer> numbers = new HashMap<>();

    SliceRanges(List<GraphNode> plan) {
        plan.forEach(node -> numbers.put(node, numbers.size()));
    }

    CodeBlock of(List<GraphNode> nodes) {
        int[] sorted = nodes.stream().mapToInt(numbers::get).sorted().toArray();
        CodeBlock.Builder ranges = CodeBlock.builder();
        int from = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean isLast = i == sorted.length - 1 || sorted[i + 1] != sorted[i] + 1;
            if (isLast) {
                ranges.add(from == 0 ? "$L, $L" : ", $L, $L", sorted[from], sorted[i] + 1);
                from = i + 1;
            }
        }
        return ranges.build();
    }
}
