package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.loadtests.chaos.Chaos;
import io.itinera.loadtests.chaos.ChaosResult;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that the collector accepted is lost: the fault scenarios in short, each with its checker.
 */
@ExtendWith(OneMesh.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class CollectorIT {
    @ParameterizedTest
    @ValueSource(strings = {"collector-kill", "collector-kafka-away", "collector-restart"})
    void nothingAcceptedIsLostOrDoubled(String scenario, Mesh mesh)
            throws IOException, InterruptedException {
        Chaos chaos =
                Chaos.BRIEF.stream()
                        .filter(one -> one.name().equals(scenario))
                        .findFirst()
                        .orElseThrow();
        ChaosResult result = chaos.run(mesh.target(), 1, 11);
        assertTrue(result.kept(), result::toString);
        assertTrue(result.events() > 0, result::toString);
    }
}
