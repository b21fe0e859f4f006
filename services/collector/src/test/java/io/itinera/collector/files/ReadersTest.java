package io.itinera.collector.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadersTest {
    @Test
    void workspaceHasHalfOfTheReadersAndLeavesTheOthersToOthers() {
        assertEquals(
                List.of(true, true, false, true, true, false),
                entered(new Readers(4), "one", "one", "one", "other", "another", "fourth"));
    }

    @Test
    void whoLeavesMakesRoom() {
        Readers readers = new Readers(2);
        List<Boolean> before = entered(readers, "one", "one");
        readers.leaves("one");
        assertEquals(List.of(true, false), before);
        assertEquals(List.of(true, true), entered(readers, "one", "other"));
    }

    @Test
    void oneReaderIsForWhoeverComesFirst() {
        assertEquals(List.of(true, false), entered(new Readers(1), "one", "other"));
    }

    private static List<Boolean> entered(Readers readers, String... workspaces) {
        return Stream.of(workspaces).map(readers::enters).toList();
    }
}
