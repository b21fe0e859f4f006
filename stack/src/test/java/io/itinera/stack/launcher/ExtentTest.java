package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtentTest {

    @Test
    void benchmarksOfTheCollectorNeedNothingBehindIt() {
        assertEquals(
                List.of(Extent.COLLECTOR, Extent.WHOLE),
                List.of(
                        Extent.ofBenchmarks(List.of("collector-single", "collector-batch")),
                        Extent.ofBenchmarks(List.of("collector-single", "loop"))));
    }

    @Test
    void partsThatAServiceStandsOnComeWithIt() {
        Parts all =
                new Parts(
                        List.of(
                                part("kafka", Set.of()),
                                part("keycloak", Set.of()),
                                part("collector", Set.of("kafka")),
                                part("gateway", Set.of("kafka", "keycloak"))));
        assertEquals(
                List.of("kafka", "collector"),
                Extent.COLLECTOR.of(all).all().stream().map(Part::name).toList());
    }

    private static Part part(String name, Set<String> needs) {
        return new Part(
                name,
                Part.Kind.SERVICE,
                needs,
                _ -> {
                    throw new AssertionError("nobody asked for a start");
                },
                () -> false);
    }
}
