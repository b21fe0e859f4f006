package io.itinera.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Calendar;
import java.util.Date;

/**
 * The rules of the house, for every service's {@code HouseTest}:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.itinera.journeys", importOptions = DoNotIncludeTests.class)
 * final class HouseTest {
 *     @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
public final class HouseRules {
    private static final String DOMAIN = "io.itinera.*.domain..";
    private static final String API = "io.itinera.*.api..";
    private static final String STORE = "io.itinera.*.store..";
    private static final String TOPICS = "io.itinera.*.topics..";

    @ArchTest
    static final ArchRule domainThinksAndKnowsNoFramework =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java.lang..",
                                            "java.util..",
                                            "java.time..",
                                            "java.math..",
                                            "java.text..",
                                            "java.nio.charset..",
                                            "org.jspecify..",
                                            "io.itinera.contracts..",
                                            "io.itinera.conditions..",
                                            "io.itinera.kit.ids..",
                                            DOMAIN)
                                    .or(HousePredicates.PRIMITIVE)
                                    .or(HousePredicates.DIGEST))
                    .because("the thinking is pure: design, the house")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule domainIsGivenTimeAndChance =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .callMethodWhere(HousePredicates.ASKS_FOR_TIME_OR_CHANCE)
                    .because("time, ids and randomness are arguments")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule apiKnowsNeitherStoreNorTopics =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(STORE, TOPICS)
                    .because("the HTTP edge asks the shell")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule topicsKnowNoApi =
            noClasses()
                    .that()
                    .resideInAPackage(TOPICS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(API)
                    .because("the Kafka edge hands records to the shell")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule storeKnowsNoEdgeAndNoShell =
            noClasses()
                    .that()
                    .resideInAPackage(STORE)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(API, TOPICS).or(HousePredicates.SHELL))
                    .because("a store loads and saves domain values")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther =
            classes()
                    .that(resideInAPackage("io.itinera.."))
                    .should(HousePredicates.DEPEND_ON_NO_OTHER_SERVICE)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsAndIsNullMarked =
            classes().should(HousePredicates.LIVE_IN_A_NULL_MARKED_PACKAGE);

    @ArchTest
    static final ArchRule timeIsJavaTime =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule nobodyPrintsOrSleeps =
            noClasses()
                    .should()
                    .callMethodWhere(HousePredicates.PRINTS_A_STACK_OR_SLEEPS)
                    .orShould()
                    .accessFieldWhere(HousePredicates.STANDARD_STREAM)
                    .because("logs are for operators and waiting is for facts");

    @ArchTest
    static final ArchRule namesSayWhat =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)")
                    .orShould()
                    .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
                    .because("style: names");

    private HouseRules() {}
}
