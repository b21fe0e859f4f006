package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

    @TempDir private Path directory;

    @Test
    void theOneThatIsNamedIsTaken() throws IOException {
        Path named = browser("mine");

        assertEquals(
                Optional.of(named),
                Chromium.find(Map.of("CHROMIUM_PATH", named.toString(), "PATH", "/usr/bin")));
    }

    @Test
    void oneThatIsNamedButNotThereIsNotReplacedByAnother() throws IOException {
        browser("chromium");

        assertEquals(
                Optional.empty(),
                Chromium.find(Map.of("CHROMIUM_PATH", "/nowhere", "PATH", directory.toString())));
    }

    @Test
    void otherwiseTheOneOnThePathIsTaken() throws IOException {
        Path browser = browser("chromium-browser");

        assertEquals(
                Optional.of(browser),
                Chromium.find(Map.of("PATH", "/nowhere:" + directory.toString())));
    }

    private Path browser(String name) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
