package io.itinera.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir private Path directory;

    @Test
    void theTailIsTheLastLinesOldestFirst() throws IOException {
        Path path = directory.resolve("a.log");
        Files.writeString(
                path,
                IntStream.range(0, 50_000)
                        .mapToObj(it -> "line " + it)
                        .collect(Collectors.joining("\n")));

        assertEquals(List.of("line 49997", "line 49998", "line 49999"), new LogFile(path).tail(3));
    }

    @Test
    void aLogThatIsNotThereHasNoTail() throws IOException {
        assertEquals(List.of(), new LogFile(directory.resolve("none.log")).tail(3));
    }

    @Test
    void aLogAtTheLimitIsAppendedTo() throws IOException {
        Path path = ofLength(LogFile.ROTATE_ABOVE_BYTES);

        new LogFile(path).prepare();

        assertTrue(Files.exists(path));
    }

    @Test
    void aLogOneBytePastTheLimitMakesRoomAndStaysReadable() throws IOException {
        Path path = ofLength(LogFile.ROTATE_ABOVE_BYTES + 1);

        new LogFile(path).prepare();

        assertFalse(Files.exists(path));
        assertEquals(
                LogFile.ROTATE_ABOVE_BYTES + 1, Files.size(directory.resolve("service.log.1")));
    }

    private Path ofLength(long bytes) throws IOException {
        Path path = directory.resolve("service.log");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }
}
