package io.itinera.journeys;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.itinera.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.itinera.journeys", importOptions = DoNotIncludeTests.class)
final class HouseTest {
    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
