package io.itinera.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What the rules of the house ask of a class. */
final class HousePredicates {
    private static final Pattern ROOM = Pattern.compile("io\\.itinera\\.(\\w+)(\\..*)?");
    private static final Set<String> SHARED =
            Set.of("contracts", "conditions", "kit", "stack", "loadtests");
    private static final Set<String> TIME_AND_CHANCE =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.LocalTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.Year.now",
                    "java.time.YearMonth.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.concurrent.ThreadLocalRandom.current",
                    "io.itinera.kit.ids.Ids.v7");

    static final DescribedPredicate<JavaClass> PRIMITIVE =
            DescribedPredicate.describe(
                    "are primitives or arrays of what is allowed",
                    type -> type.isPrimitive() || type.isArray());

    static final DescribedPredicate<JavaClass> DIGEST =
            DescribedPredicate.describe(
                    "are message digests, which are functions of their input alone",
                    type ->
                            type.isEquivalentTo(MessageDigest.class)
                                    || type.isEquivalentTo(NoSuchAlgorithmException.class));

    static final DescribedPredicate<JavaClass> SHELL =
            DescribedPredicate.describe(
                    "are a service's shell",
                    type ->
                            type.getPackageName().matches("io\\.itinera\\.\\w+")
                                    && !SHARED.contains(room(type)));

    static final DescribedPredicate<JavaMethodCall> ASKS_FOR_TIME_OR_CHANCE =
            DescribedPredicate.describe(
                    "asks for time or chance", call -> TIME_AND_CHANCE.contains(name(call)));

    static final DescribedPredicate<JavaMethodCall> PRINTS_A_STACK_OR_SLEEPS =
            DescribedPredicate.describe(
                    "prints a stack or sleeps",
                    call ->
                            name(call).equals("java.lang.Thread.sleep")
                                    || (call.getName().equals("printStackTrace")
                                            && call.getTargetOwner()
                                                    .isAssignableTo(Throwable.class)));

    static final DescribedPredicate<JavaFieldAccess> STANDARD_STREAM =
            DescribedPredicate.describe(
                    "writes to a standard stream",
                    access ->
                            access.getTargetOwner().isEquivalentTo(System.class)
                                    && Set.of("out", "err").contains(access.getName()));

    static final ArchCondition<JavaClass> DEPEND_ON_NO_OTHER_SERVICE =
            condition(
                    "depend on no other service",
                    (type, events) ->
                            type.getDirectDependenciesFromSelf().stream()
                                    .filter(it -> isAnotherService(type, it.getTargetClass()))
                                    .forEach(
                                            it ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type, it.getDescription()))));

    static final ArchCondition<JavaClass> LIVE_IN_A_NULL_MARKED_PACKAGE =
            condition(
                    "live in a package whose package-info says @NullMarked",
                    (type, events) -> {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(
                                    SimpleConditionEvent.violated(
                                            type,
                                            type.getName()
                                                    + " lives in a package without a @NullMarked package-info"));
                        }
                    });

    private HousePredicates() {}

    private static boolean isAnotherService(JavaClass from, JavaClass to) {
        String room = room(to);
        return !room.isEmpty() && !SHARED.contains(room) && !room.equals(room(from));
    }

    private static String room(JavaClass type) {
        Matcher matcher = ROOM.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String name(JavaAccess<? extends AccessTarget> access) {
        return access.getTargetOwner().getFullName() + "." + access.getName();
    }

    private static ArchCondition<JavaClass> condition(String words, Check check) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.look(type, events);
            }
        };
    }

    @FunctionalInterface
    private interface Check {
        void look(JavaClass type, ConditionEvents events);
    }
}
