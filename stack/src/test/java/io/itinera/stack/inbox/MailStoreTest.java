package io.itinera.stack.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailStoreTest {

    private static final byte[] FIRST = raw("First");
    private static final byte[] SECOND = raw("Second, a little longer");

    @TempDir private Path directory;

    @Test
    void openedAgainItHasEveryMailAsItCame() throws IOException {
        addBoth();

        try (MailStore again = new MailStore(directory)) {
            List<MailStore.Entry> mails = again.list(it -> true);
            assertEquals(List.of(1L, 2L), mails.stream().map(MailStore.Entry::id).toList());
            assertArrayEquals(FIRST, again.raw(mails.get(0)));
            assertArrayEquals(SECOND, again.raw(mails.get(1)));
            assertEquals("Second, a little longer", again.mail(mails.get(1)).subject());
        }
    }

    @Test
    void aMailThatAKillLeftHalfWrittenIsNotThere() throws IOException {
        addBoth();
        append("mails.raw", "Subject: Half");
        append("mails.jsonl", "{\"id\":3,\"receivedAt\":\"20");

        try (MailStore again = new MailStore(directory)) {
            assertEquals(3, again.add("from@example.com", List.of("to@example.com"), SECOND));
            List<MailStore.Entry> mails = again.list(it -> true);
            assertEquals(List.of(1L, 2L, 3L), mails.stream().map(MailStore.Entry::id).toList());
            assertArrayEquals(SECOND, again.raw(mails.get(2)));
        }
    }

    @Test
    void whatIsNoMailAtAllIsKeptToo() throws IOException {
        byte[] noise = {0, (byte) 0xFF, '\r', '\n', 'x'};
        try (MailStore store = new MailStore(directory)) {
            store.add("from@example.com", List.of("to@example.com"), noise);
            assertArrayEquals(noise, store.raw(store.list(it -> true).getFirst()));
        }
    }

    private void addBoth() throws IOException {
        try (MailStore store = new MailStore(directory)) {
            store.add("from@example.com", List.of("to@example.com"), FIRST);
            store.add("from@example.com", List.of("to@example.com"), SECOND);
        }
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text, StandardOpenOption.APPEND);
    }

    private static byte[] raw(String subject) {
        return "Subject: %s\r\n\r\nText\r\n".formatted(subject).getBytes(StandardCharsets.UTF_8);
    }
}
