package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestClassesTest {

    @TempDir private Path project;

    @Test
    void theSlowestComeFirstAndTheRestIsCounted() throws IOException {
        report("a/target/surefire-reports/TEST-a.FastTest.xml", "a.FastTest", "0.25", 3);
        report("b/target/failsafe-reports/TEST-b.BrowserIT.xml", "b.BrowserIT", "41.5", 2);
        report("a/target/surefire-reports/TEST-a.SlowTest.xml", "a.SlowTest", "9.04", 5);

        assertEquals(
                """

                10 tests in 3 classes took 51 s. The slowest classes:
                     41.5 s  b.BrowserIT
                      9.0 s  a.SlowTest
                """,
                SlowestClasses.report(SlowestClasses.since(project, Instant.EPOCH), 2));
    }

    @Test
    void reportsOfEarlierRunsBrokenOnesAndOtherFilesDoNotCount() throws IOException {
        Path old = report("a/target/surefire-reports/TEST-a.OldTest.xml", "a.OldTest", "99", 1);
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(old.resolveSibling("TEST-a.KilledTest.xml"), "<testsuite na");
        report("a/target/TEST-elsewhere.xml", "elsewhere", "99", 1);
        report("a/target/surefire-reports/notes.xml", "notes", "99", 1);

        assertEquals(
                java.util.List.of(),
                SlowestClasses.since(project, Instant.parse("2025-01-01T00:00:00Z")));
    }

    private Path report(String file, String name, String seconds, int tests) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(
                path,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" time="%s" tests="%d" errors="0"><testcase/></testsuite>
                """
                        .formatted(name, seconds, tests));
    }
}
