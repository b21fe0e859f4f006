package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.loadtests.chaos.Chaos;
import io.itinera.loadtests.chaos.ChaosResult;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second instance comes, takes its share, and is killed: what it had goes on at the first. */
@ExtendWith(OneMesh.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class InstancesIT {
    @Test
    void killedInstanceLosesNoEventAndItsCustomersCanBeReadAgain(Mesh mesh)
            throws IOException, InterruptedException {
        Chaos chaos =
                Chaos.BRIEF.stream()
                        .filter(one -> one.name().equals("segmentation-two-instances"))
                        .findFirst()
                        .orElseThrow();
        ChaosResult result = chaos.run(mesh.target(), 1, 11);
        assertTrue(result.kept(), result::toString);
        assertTrue(result.events() > 0, result::toString);
    }
}
