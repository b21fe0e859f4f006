package io.itinera.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/**
 * The rules of the house, held by every service's {@code HouseTest}:
 *
 * <pre>{@code
 * @Test
 * void houseIsInOrder() {
 *     HouseRules.check("io.itinera.journeys");
 * }
 * }</pre>
 *
 * <p>It is an ordinary test because ArchUnit's own engine, running beside Quarkus tests, leaves
 * them with another class loader.
 */
public final class HouseRules {
    private static final String DOMAIN = "io.itinera.*.domain..";
    private static final String API = "io.itinera.*.api..";
    private static final String STORE = "io.itinera.*.store..";
    private static final String TOPICS = "io.itinera.*.topics..";
    private static final String KIT = "io.itinera.kit..";

    private static final ArchRule DOMAIN_THINKS_AND_KNOWS_NO_FRAMEWORK =
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

    private static final ArchRule DOMAIN_IS_GIVEN_TIME_AND_CHANCE =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .callMethodWhere(HousePredicates.ASKS_FOR_TIME_OR_CHANCE)
                    .because("time, ids and randomness are arguments")
                    .allowEmptyShould(true);

    private static final ArchRule API_KNOWS_NEITHER_STORE_NOR_TOPICS =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(STORE, TOPICS)
                                    .and(DescribedPredicate.not(resideInAPackage(KIT))))
                    .because("the HTTP edge asks the shell")
                    .allowEmptyShould(true);

    private static final ArchRule TOPICS_KNOW_NO_API =
            noClasses()
                    .that()
                    .resideInAPackage(TOPICS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(API)
                    .because("the Kafka edge hands records to the shell")
                    .allowEmptyShould(true);

    private static final ArchRule STORE_KNOWS_NO_EDGE_AND_NO_SHELL =
            noClasses()
                    .that()
                    .resideInAPackage(STORE)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(API, TOPICS).or(HousePredicates.SHELL))
                    .because("a store loads and saves domain values")
                    .allowEmptyShould(true);

    private static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER =
            classes()
                    .that(resideInAPackage("io.itinera.."))
                    .should(HousePredicates.DEPEND_ON_NO_OTHER_SERVICE)
                    .allowEmptyShould(true);

    private static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_IS_AND_IS_NULL_MARKED =
            classes().should(HousePredicates.LIVE_IN_A_NULL_MARKED_PACKAGE);

    private static final ArchRule TIME_IS_JAVA_TIME =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    private static final ArchRule NOBODY_PRINTS_OR_SLEEPS =
            noClasses()
                    .should()
                    .callMethodWhere(HousePredicates.PRINTS_A_STACK_OR_SLEEPS)
                    .orShould()
                    .accessFieldWhere(HousePredicates.STANDARD_STREAM)
                    .because("logs are for operators and waiting is for facts");

    private static final ArchRule NAMES_SAY_WHAT =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)")
                    .orShould()
                    .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
                    .because("style: names");

    private static final List<ArchRule> ALL =
            List.of(
                    DOMAIN_THINKS_AND_KNOWS_NO_FRAMEWORK,
                    DOMAIN_IS_GIVEN_TIME_AND_CHANCE,
                    API_KNOWS_NEITHER_STORE_NOR_TOPICS,
                    TOPICS_KNOW_NO_API,
                    STORE_KNOWS_NO_EDGE_AND_NO_SHELL,
                    SERVICES_DO_NOT_KNOW_EACH_OTHER,
                    EVERY_PACKAGE_SAYS_WHAT_IT_IS_AND_IS_NULL_MARKED,
                    TIME_IS_JAVA_TIME,
                    NOBODY_PRINTS_OR_SLEEPS,
                    NAMES_SAY_WHAT);

    private HouseRules() {}

    /**
     * Holds the production classes of a package and all below it against every rule.
     *
     * @throws AssertionError with every violation of the first rule that is broken
     */
    public static void check(String packageName) {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages(packageName);
        check(classes);
    }

    static void check(JavaClasses classes) {
        ALL.forEach(rule -> rule.check(classes));
    }
}
