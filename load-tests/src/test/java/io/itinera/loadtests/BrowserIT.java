package io.itinera.loadtests;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person walks through all of it in a real browser; see {@code load-tests/browser}. */
@ExtendWith(OneMesh.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
final class BrowserIT {
    private static final NodeRoom ROOM = new NodeRoom("browser");

    @BeforeAll
    static void fetchTheDriver() throws IOException, InterruptedException {
        ROOM.install();
    }

    @Test
    void personWalksFromSignInToSignOut(Mesh mesh) throws IOException, InterruptedException {
        ROOM.run(
                Map.of(
                        "ITINERA_STACK", mesh.coordinates().toString(),
                        "CHROMIUM_PATH", NodeRoom.chromium(),
                        "WALK_SCREENSHOTS", NodeRoom.SAID.resolve("screenshots").toString(),
                        "WALK_CATALOGUES",
                                Mesh.ROOT.resolve("gateway/src/main/webui/src/i18n").toString()),
                "walk.mjs");
    }
}
