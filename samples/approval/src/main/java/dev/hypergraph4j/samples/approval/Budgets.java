package dev.hypergraph4j.samples.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The budgets of all departments. Immutable. */
final class Budgets {
    private final Map<String, Budget> byDepartment;

    Budgets(List<Budget> budgets) {
        this.byDepartment = budgets.stream().collect(Collectors.toMap(Budget::department, Function.identity()));
    }

    /** The budget of a department; empty if there is no such department. */
    Optional<Budget> of(String department) {
        return Optional.ofNullable(byDepartment.get(department));
    }
}
