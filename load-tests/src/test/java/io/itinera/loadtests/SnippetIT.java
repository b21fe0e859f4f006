package io.itinera.loadtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.demo.DemoWorkspace;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our own library in a real browser, before a door to the collector that can be shut; see {@code
 * load-tests/clients/snippet.test.mjs}.
 */
@ExtendWith(OneMesh.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class SnippetIT {
    private static final NodeRoom ROOM = new NodeRoom("clients");

    @BeforeAll
    static void fetchTheDriver() throws IOException, InterruptedException {
        ROOM.install();
    }

    @Test
    void libraryKeepsItsPromisesInABrowser(Mesh mesh) throws IOException, InterruptedException {
        Target target = mesh.target();
        DemoWorkspace workspace = target.setup().another("Snippet");
        target.awaitKey(workspace.writeKey());
        Map<String, String> keys = Map.of("itinera.js", workspace.writeKey());
        ROOM.run(
                Map.of(
                        "ITINERA_COLLECTOR", target.coordinates().services().get("collector"),
                        "ITINERA_WRITE_KEYS", new ObjectMapper().writeValueAsString(keys),
                        "CHROMIUM_PATH", NodeRoom.chromium()),
                "snippet.test.mjs");
    }
}
