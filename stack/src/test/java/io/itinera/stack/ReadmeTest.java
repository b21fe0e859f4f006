package io.itinera.stack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadmeTest {
    private static final Path ROOT = Home.findProject();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    private static final Pattern HOT_PATH = Pattern.compile("(?m)^\\| \\d \\| \\[.*\\]\\((.*)\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/send-events.md",
                "docs/draw-journeys.md",
                "docs/run-it.md",
                "k8s/README.md",
                "stack/shop/README.md"
            })
    void everyLinkLeadsSomewhere(String document) throws IOException {
        Path file = ROOT.resolve(document);
        List<String> links = found(LINK, Files.readString(file));
        assertAll(
                links.stream()
                        .map(
                                link ->
                                        () ->
                                                assertTrue(
                                                        Files.exists(file.resolveSibling(link)),
                                                        link)));
    }

    @Test
    void hotPathIsNineFiles() throws IOException {
        List<String> files = found(HOT_PATH, Files.readString(ROOT.resolve("README.md")));
        assertEquals(9, files.stream().distinct().count());
        assertAll(
                files.stream()
                        .map(
                                file ->
                                        () ->
                                                assertTrue(
                                                        Files.isRegularFile(ROOT.resolve(file)),
                                                        file)));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }
}
