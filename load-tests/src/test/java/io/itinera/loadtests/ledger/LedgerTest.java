package io.itinera.loadtests.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTest {
    @TempDir private Path directory;

    @Test
    void whatIsSentIsOnTheDiskBeforeItLeaves() throws IOException {
        Path file = directory.resolve("ledger");
        try (Ledger ledger = Ledger.create(file)) {
            ledger.sending(List.of(sent("a"), sent("b")));
            Map<String, Account> read = LedgerFiles.read(List.of(file));
            assertEquals(sent("b"), read.get("b").sent());
            assertEquals(Outcome.UNKNOWN, read.get("b").best());
        }
    }

    @Test
    void sendersThatShareALedgerLoseNoLine() throws IOException {
        Path file = directory.resolve("shared");
        try (Ledger ledger = Ledger.create(file)) {
            IntStream.range(0, 200)
                    .parallel()
                    .forEach(
                            number -> {
                                List<Sent> one = List.of(sent("id-" + number));
                                ledger.sending(one);
                                ledger.said(one, Outcome.ACKED);
                            });
        }
        Map<String, Account> read = LedgerFiles.read(List.of(file));
        assertEquals(200, read.size());
        assertEquals(200, read.values().stream().filter(it -> it.best() == Outcome.ACKED).count());
    }

    @Test
    void strongestOfAllAnswersHoldsAndEveryAttemptMayHaveLeftACopy() throws IOException {
        Path file = directory.resolve("answers");
        List<Sent> one = List.of(sent("a"));
        try (Ledger ledger = Ledger.create(file)) {
            ledger.sending(one);
            ledger.said(one, Outcome.UNKNOWN);
            ledger.said(one, Outcome.ACKED);
            ledger.said(one, Outcome.REFUSED);
        }
        Account account = LedgerFiles.read(List.of(file)).get("a");
        assertEquals(Outcome.ACKED, account.best());
        assertEquals(2, account.copiesAllowed());
    }

    @Test
    void whoRepeatsOnItsOwnMayHaveLeftACopyWithEachAttempt() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("sdk"),
                        """
                        ledger\tlast attempt of\t13
                        sent\ta\tw\tuser|u\t0\t00\t1000
                        said\ta\tACKED
                        """);
        assertEquals(13, LedgerFiles.read(List.of(file)).get("a").copiesAllowed());
    }

    @Test
    void twoEventsWithOneIdProveNothing() throws IOException {
        Path file = directory.resolve("twice");
        try (Ledger ledger = Ledger.create(file)) {
            ledger.sending(List.of(sent("a"), sent("a")));
        }
        assertThrows(IllegalArgumentException.class, () -> LedgerFiles.read(List.of(file)));
    }

    @Test
    void whatIsNoLedgerIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("other"), "sent\ta\n");
        assertThrows(IllegalArgumentException.class, () -> LedgerFiles.read(List.of(file)));
    }

    @Test
    void hashIsTheSameForWhatWasSentAndForItsNormalForm() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String sent =
                "{\"type\":\"track\",\"event\":\"Seen\",\"properties\":{\"b\":1.5,\"a\":{\"d\":2,\"c\":\"雨\"}}}";
        String kept =
                "{\"kind\":\"event\",\"name\":\"Seen\",\"properties\":{\"a\":{\"c\":\"雨\",\"d\":2},\"b\":1.5},\"type\":\"track\"}";
        assertEquals(Payloads.hash(json.readTree(sent)), Payloads.hash(json.readTree(kept)));
    }

    private static Sent sent(String id) {
        return new Sent(id, "w", "user|u", 1, "00", 1_000);
    }
}
