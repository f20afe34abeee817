package dev.hypergraph4j.samples.census;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be said of classes. A node library: no statistic needs another one, so all may be computed at once. */
final class Statistics {
    private Statistics() {}

    /** How many entries the lists have if nobody says otherwise. */
    @Default
    static int top() {
        return 10;
    }

    @Node(outputName = "totals")
    static Totals total(List<ClassFacts> classes) {
        return new Totals(
                classes.stream().map(ClassFacts::module).distinct().count(),
                classes.stream().map(ClassFacts::packageName).distinct().count(),
                classes.size(),
                classes.stream().filter(ClassFacts::isSealed).count(),
                classes.stream().mapToLong(ClassFacts::methods).sum(),
                classes.stream().mapToLong(ClassFacts::instructions).sum(),
                classes.stream().mapToLong(ClassFacts::strings).sum());
    }

    @Node(outputName = "kinds")
    static Ranking rankKinds(List<ClassFacts> classes) {
        Map<String, Long> counts = count(classes, type -> type.kind().name().toLowerCase(Locale.ROOT));
        return Ranking.of(counts, TypeKind.values().length);
    }

    @Node(outputName = "fileVersions")
    static Ranking rankFileVersions(List<ClassFacts> classes, int top) {
        return Ranking.of(count(classes, type -> javaVersion(type.fileVersion())), top);
    }

    @Node(outputName = "moduleSizes")
    static Ranking rankModules(List<ClassFacts> classes, int top) {
        return Ranking.of(count(classes, ClassFacts::module), top);
    }

    @Node(outputName = "packageSizes")
    static Ranking rankPackages(List<ClassFacts> classes, int top) {
        return Ranking.of(count(classes, ClassFacts::packageName), top);
    }

    @Node(outputName = "instructionMix")
    static Ranking rankInstructions(Map<String, Long> instructions, int top) {
        return Ranking.of(instructions, top);
    }

    /** Of each package only the longest method takes part: the tables of one package would fill the list. */
    @Node(outputName = "longestMethods")
    static List<MethodSize> findLongestMethods(List<ClassFacts> classes, int top) {
        return longestByPackage(classes).values().stream()
                .sorted(comparing(MethodSize::instructions).reversed().thenComparing(MethodSize::method))
                .limit(top)
                .toList();
    }

    /** Superclasses that are not among {@code classes} do not count. */
    @Node(outputName = "deepestDescents")
    static List<Descent> findDeepestDescents(List<ClassFacts> classes, int top) {
        Map<String, ClassFacts> byName = classes.stream().collect(toMap(ClassFacts::name, identity()));
        return classes.stream()
                .map(type -> descent(type, byName))
                .sorted(comparing(Descent::depth).reversed().thenComparing(Descent::className))
                .limit(top)
                .toList();
    }

    private static Map<String, MethodSize> longestByPackage(List<ClassFacts> classes) {
        return classes.stream()
                .filter(type -> type.longestMethod().isPresent())
                .collect(toMap(
                        ClassFacts::packageName,
                        type -> type.longestMethod().get(),
                        maxBy(comparing(MethodSize::instructions))));
    }

    private static Descent descent(ClassFacts type, Map<String, ClassFacts> byName) {
        return new Descent(Stream.iterate(
                        type,
                        Objects::nonNull,
                        one -> byName.get(one.superclass().orElse("")))
                .map(ClassFacts::name)
                .toList());
    }

    private static Map<String, Long> count(List<ClassFacts> classes, Function<ClassFacts, String> label) {
        return classes.stream().collect(groupingBy(label, counting()));
    }

    /** Java 1.1 has 45, and each version since then one more. */
    private static String javaVersion(int fileVersion) {
        return "Java " + (fileVersion - 44);
    }
}
