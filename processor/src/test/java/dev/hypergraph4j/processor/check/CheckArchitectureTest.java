package dev.hypergraph4j.processor.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules reason on the model; whatever the compiler is, they can be tested without it. */
@AnalyzeClasses(packages = "dev.hypergraph4j.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class CheckArchitectureTest {
    private static final String PROCESSOR = "dev.hypergraph4j.processor";

    @ArchTest
    static final ArchRule checkDependsOnModelWireAndReportOnly = classes()
            .that()
            .resideInAPackage(PROCESSOR + ".check")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "org.jspecify.annotations",
                    "com.palantir.javapoet",
                    "dev.hypergraph4j.internal",
                    PROCESSOR + ".check",
                    PROCESSOR + ".model",
                    PROCESSOR + ".wire",
                    PROCESSOR + ".report");

    @ArchTest
    static final ArchRule wireAndReportDependOnTheModelOnly = noClasses()
            .that()
            .resideInAnyPackage(PROCESSOR + ".wire", PROCESSOR + ".report", PROCESSOR + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax..", "com.sun..", PROCESSOR + ".check", PROCESSOR + ".read", PROCESSOR + ".write", PROCESSOR);

    @ArchTest
    static final ArchRule rulesDoNotKnowEachOther = noClasses()
            .that()
            .implement(GraphRule.class)
            .or()
            .implement(NodeClassRule.class)
            .should()
            .dependOnClassesThat()
            .implement(GraphRule.class);
}
