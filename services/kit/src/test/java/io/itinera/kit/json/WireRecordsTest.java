package io.itinera.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.Wire;
import io.itinera.contracts.events.LagBuckets;
import io.itinera.contracts.events.SaidIdentities;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class WireRecordsTest {
    private static final Set<Class<?>> NEVER_ON_THE_WIRE =
            Set.of(
                    Frozen.class,
                    Identities.class,
                    Keys.class,
                    LagBuckets.class,
                    SaidIdentities.class,
                    SaidIdentities.Visitor.class,
                    Topics.class,
                    Wire.class);

    @Test
    void everyTypeOfTheContractsIsRegistered() {
        Set<String> registered =
                Arrays.stream(
                                WireRecords.class
                                        .getAnnotation(RegisterForReflection.class)
                                        .targets())
                        .map(Class::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> onTheWire =
                new ClassFileImporter()
                        .importPackages("io.itinera.contracts").stream()
                                .filter(type -> !type.getSimpleName().equals("package-info"))
                                .filter(type -> !type.isAnonymousClass())
                                .filter(type -> !isNeverOnTheWire(type))
                                .map(JavaClass::getName)
                                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(onTheWire, registered);
    }

    private static boolean isNeverOnTheWire(JavaClass type) {
        return NEVER_ON_THE_WIRE.stream().anyMatch(type::isEquivalentTo);
    }
}
