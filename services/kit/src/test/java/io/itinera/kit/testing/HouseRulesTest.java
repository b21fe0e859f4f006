package io.itinera.kit.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HouseRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.itinera.crooked.domain.PeeksAtTheClock",
                "io.itinera.crooked.domain.KnowsAFramework",
                "io.itinera.crooked.store.KnowsTheEdge",
                "io.itinera.crooked.topics.KnowsTheApi",
                "io.itinera.crooked.api.ReachesPastTheShell",
                "io.itinera.crooked.Sleeps",
                "io.itinera.crooked.OrderManager",
                "io.itinera.crooked.CallsAnotherService",
                "io.itinera.bare.WithoutPackageInfo"
            })
    void classThatBreaksARuleIsNamed(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name);
        JavaClasses classes =
                new ClassFileImporter()
                        .importClasses(type, Class.forName("io.itinera.crooked.package-info"));
        AssertionError broken = assertThrows(AssertionError.class, () -> HouseRules.check(classes));
        assertTrue(broken.getMessage().contains(name), broken.getMessage());
    }
}
