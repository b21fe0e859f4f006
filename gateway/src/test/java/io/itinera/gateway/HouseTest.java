package io.itinera.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.itinera.kit.testing.HouseRules;

@AnalyzeClasses(
        packages = "io.itinera.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
