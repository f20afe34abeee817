package dev.hypergraph4j.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Data flows one way: definition, plan, log, event, runtime. The cache stands beside them, and only runners know it. */
@AnalyzeClasses(packages = "dev.hypergraph4j.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String RUNTIME = "dev.hypergraph4j.runtime";
    private static final String DEFINITION = RUNTIME + ".definition";
    private static final String PLAN = RUNTIME + ".plan";
    private static final String LOG = RUNTIME + ".log";
    private static final String EVENT = RUNTIME + ".event";
    private static final String CACHE = RUNTIME + ".cache";

    @ArchTest
    static final ArchRule nothingDependsOnThirdPartyCode = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations",
                    RUNTIME + "..",
                    "dev.hypergraph4j",
                    "dev.hypergraph4j.internal",
                    "dev.hypergraph4j.metadata");

    @ArchTest
    static final ArchRule definitionKnowsNoPlan = noClasses()
            .that()
            .resideInAPackage(DEFINITION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PLAN, LOG, EVENT, RUNTIME);

    @ArchTest
    static final ArchRule planKnowsNoLog = noClasses()
            .that()
            .resideInAPackage(PLAN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LOG, EVENT, RUNTIME);

    @ArchTest
    static final ArchRule logKnowsNoRunner = noClasses()
            .that()
            .resideInAPackage(LOG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EVENT, RUNTIME);

    @ArchTest
    static final ArchRule eventsKnowNoRunner = noClasses()
            .that()
            .resideInAPackage(EVENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PLAN, RUNTIME);

    @ArchTest
    static final ArchRule cacheKnowsNothingOfGraphs = noClasses()
            .that()
            .resideInAPackage(CACHE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DEFINITION, PLAN, LOG, EVENT, RUNTIME);

    @ArchTest
    static final ArchRule onlyRunnersKnowTheCache = noClasses()
            .that()
            .resideInAnyPackage(DEFINITION, PLAN, LOG, EVENT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CACHE);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().assignedFrom(byPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    private static SliceAssignment byPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }
}
