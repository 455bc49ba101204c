package dev.halflife.reports;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The arrows between modules and packages, and what the house forbids, with the replacement named. The module of stress
 * tests comes after this one, so that neither hides the other's failures; it has nothing of this one on its class path.
 */
@AnalyzeClasses(packages = "dev.halflife", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String MODEL = "dev.halflife.model..";
    private static final String IMPL = "dev.halflife.impl..";
    private static final String SIM = "dev.halflife.sim..";
    private static final String STRESS = "dev.halflife.stress..";
    private static final String REPORTS = "dev.halflife.reports..";

    @ArchTest
    static final ArchRule theModelImportsNothingButPersistentCollections = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java..", "kotlinx.collections.immutable..", "kotlin..", "org.jspecify..");

    @ArchTest
    static final ArchRule theReferenceImportsNothingButMetersAndJson = classes()
            .that()
            .resideInAPackage(IMPL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(IMPL, "java..", "org.jspecify..", "io.micrometer..", "com.fasterxml.jackson..")
            .because("an oracle that shares code with what it judges proves nothing");

    @ArchTest
    static final ArchRule theSimulatorKnowsNothingOfReportsAndStress = noClasses()
            .that()
            .resideInAPackage(SIM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REPORTS, STRESS);

    @ArchTest
    static final ArchRule onlyTheTestKitKnowsJUnit = noClasses()
            .that()
            .resideOutsideOfPackage("dev.halflife.sim.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..")
            .because("who does not test needs no JUnit on the class path");

    @ArchTest
    static final ArchRule theGenericCoreKnowsNoComponent = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.halflife.sim.component..",
                    "dev.halflife.sim.run..",
                    "dev.halflife.sim.campaign..",
                    "dev.halflife.sim.explore..",
                    "dev.halflife.sim.shrink..",
                    "dev.halflife.sim.defect..",
                    "dev.halflife.sim.museum..",
                    "dev.halflife.sim.trace..",
                    "dev.halflife.sim.gate..",
                    "dev.halflife.sim.shard..",
                    "dev.halflife.sim.text..",
                    "dev.halflife.reports.cli..",
                    "dev.halflife.reports.html..",
                    "dev.halflife.reports.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..heat..", "..write..", "dev.halflife.sim.world..");

    @ArchTest
    static final ArchRule partsOfTheWritePathKnowNothingOfEachOther = slices().matching("dev.halflife.sim.write.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("dev.halflife.sim.write.world.."), alwaysTrue());

    @ArchTest
    static final ArchRule specificationsOfTheWritePathKnowNothingOfEachOther =
            slices().matching("dev.halflife.model.write.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesOfTheSimulatorFormNoCycles =
            slices().matching("dev.halflife.sim.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheReportsFormNoCycles =
            slices().matching("dev.halflife.reports.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheModelFormNoCycles =
            slices().matching("dev.halflife.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLinePrintsAndExits = noClasses()
            .that()
            .resideOutsideOfPackage("dev.halflife.reports.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("results are returned; dev.halflife.reports.cli prints them");

    @ArchTest
    static final ArchRule modelAndSimulatorReadNoClockAndRollNoDice = noClasses()
            .that()
            .resideInAnyPackage(MODEL, SIM)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .because("time is passed in, and randomness is dev.halflife.sim.random.Rng");

    @ArchTest
    static final ArchRule powersAreTheSameOnEveryJvm = noClasses()
            .that()
            .resideInAnyPackage(MODEL, IMPL, SIM)
            .should()
            .callMethodWhere(describe(
                    "are Math.pow and its like",
                    (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(Math.class)
                            && Set.of("pow", "exp", "log", "log10", "log1p", "expm1", "sin", "cos", "tan", "cbrt")
                                    .contains(call.getName())))
            .because("StrictMath gives the same bits everywhere");

    @ArchTest
    static final ArchRule theRegistryKnowsNoSink = noClasses()
            .that()
            .haveSimpleName("HeatRegistry")
            .or()
            .haveSimpleName("StrictProtocol")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("HeatSink")
            .because("what holds the registry's lock cannot call a sink (S1)");
}
