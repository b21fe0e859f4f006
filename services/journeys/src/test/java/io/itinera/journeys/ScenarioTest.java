package io.itinera.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The scenarios of {@code src/test/resources/scenarios}. A scenario is a title, plans, and then
 * times with what happens; indented below each stands everything that follows from it, and nothing
 * else does.
 */
final class ScenarioTest {

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException, URISyntaxException {
        Path directory =
                Path.of(Objects.requireNonNull(getClass().getResource("/scenarios")).toURI());
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                for (String scenario : Files.readString(file).split("(?m)^(?=# )", -1)) {
                    if (!scenario.isBlank()) {
                        tests.add(test(scenario));
                    }
                }
            }
        }
        return tests.stream();
    }

    private static DynamicTest test(String scenario) {
        List<String> lines =
                scenario.lines().map(String::stripTrailing).filter(it -> !it.isEmpty()).toList();
        String title = lines.getFirst().substring(2);
        return DynamicTest.dynamicTest(
                title,
                () ->
                        assertEquals(
                                String.join("\n", lines.subList(1, lines.size())),
                                new Scenario().play(lines.subList(1, lines.size()))));
    }
}
