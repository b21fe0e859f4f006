package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the script finds the JDK that everything else runs on. */
class ScriptTest {

    private static final String REFUSAL =
            "itinera: Itinera needs a JDK 25 or later; install one (adoptium.net has it) or set"
                    + " JAVA_HOME to one.\n";

    @TempDir private Path directory;

    @BeforeEach
    void layOut() throws IOException {
        jdk("usual/jdk-21", "21.0.4");
        jdk("usual/jdk-25", "25.0.3");
        jdk("usual/jdk-9", "9.0.1");
        jdk("old", "17.0.1");
        jdk("newer", "26");
        Files.createDirectories(directory.resolve("none"));
        Files.createDirectories(directory.resolve("usual/jre-27"));
    }

    @Test
    void theOneThatJavaHomeNamesComesFirst() throws Exception {
        assertEquals(directory.resolve("newer") + "\n", find("newer", "usual"));
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        assertEquals(directory.resolve("usual/jdk-25") + "\n", find("old", "usual"));
    }

    @Test
    void aJavaHomeThatIsNotThereIsPassedOver() throws Exception {
        assertEquals(directory.resolve("usual/jdk-25") + "\n", find("gone", "usual"));
    }

    @Test
    void withoutAnyOneSentenceSaysWhatIsMissingAndWhereToGetIt() throws Exception {
        assertEquals(REFUSAL, find("old", "none"));
    }

    private String find(String javaHome, String usualPlace) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "bash",
                                Home.findProject().resolve("itinera").toString(),
                                "find-jdk")
                        .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", "/usr/bin:/bin",
                                "HOME", directory.toString(),
                                "JAVA_HOME", directory.resolve(javaHome).toString(),
                                "ITINERA_JDK_DIRS", directory.resolve(usualPlace).toString()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(output.startsWith("itinera:") ? 1 : 0, process.waitFor());
        return output;
    }

    private void jdk(String name, String version) throws IOException {
        Path home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        Path compiler = Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\n");
        assertEquals(true, compiler.toFile().setExecutable(true));
    }
}
