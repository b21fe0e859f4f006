package io.itinera.stack.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every mail in the order in which it came, on disk: the raw bytes end to end in one file, what was
 * read from them as one line of JSON each in another. Answers are made of these lines, so that
 * nothing is parsed twice. A mail counts from the moment its line is whole.
 */
final class MailStore implements Closeable {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final FileChannel lines;
    private final FileChannel raws;
    private final List<Entry> entries = new ArrayList<>();
    private long linesEnd;
    private long rawsEnd;
    private long lastId;

    /** What is kept in memory of a mail: enough to find and to list it. */
    record Entry(
            long id,
            Instant receivedAt,
            List<String> to,
            String subject,
            long lineAt,
            int lineLength,
            long rawAt,
            int rawLength) {

        Entry {
            to = List.copyOf(to);
        }
    }

    MailStore(Path directory) throws IOException {
        Files.createDirectories(directory);
        lines = open(directory.resolve("mails.jsonl"));
        raws = open(directory.resolve("mails.raw"));
        load(directory.resolve("mails.jsonl"));
    }

    /** Stores a mail, whether or not one like it is there already. */
    synchronized long add(String from, List<String> to, byte[] raw) throws IOException {
        Instant now = Instant.now();
        Mail mail = MailReader.read(lastId + 1, now, from, to, raw);
        byte[] line = (JSON.writeValueAsString(mail) + "\n").getBytes(StandardCharsets.UTF_8);
        writeAt(raws, raw, rawsEnd);
        writeAt(lines, line, linesEnd);
        remember(mail, line.length);
        return mail.id();
    }

    /** The mails that match, oldest first. */
    synchronized List<Entry> list(Predicate<Entry> matching) {
        return entries.stream().filter(matching).toList();
    }

    synchronized Optional<Entry> find(long id) {
        return entries.stream().filter(it -> it.id() == id).findFirst();
    }

    /** The mail's line of JSON, without its line feed. */
    byte[] line(Entry entry) throws IOException {
        return readAt(lines, entry.lineAt(), entry.lineLength() - 1);
    }

    Mail mail(Entry entry) throws IOException {
        return JSON.readValue(line(entry), Mail.class);
    }

    byte[] raw(Entry entry) throws IOException {
        return readAt(raws, entry.rawAt(), entry.rawLength());
    }

    synchronized void clear() throws IOException {
        lines.truncate(0);
        raws.truncate(0);
        linesEnd = 0;
        rawsEnd = 0;
        entries.clear();
    }

    @Override
    public void close() throws IOException {
        lines.close();
        raws.close();
    }

    private void load(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int start = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                remember(JSON.readValue(all, start, at - start, Mail.class), at + 1 - start);
                start = at + 1;
            }
        }
        lines.truncate(linesEnd);
        raws.truncate(rawsEnd);
    }

    private void remember(Mail mail, int lineLength) {
        entries.add(
                new Entry(
                        mail.id(),
                        Instant.parse(mail.receivedAt()),
                        mail.to(),
                        mail.subject(),
                        linesEnd,
                        lineLength,
                        rawsEnd,
                        mail.size()));
        linesEnd += lineLength;
        rawsEnd += mail.size();
        lastId = mail.id();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void writeAt(FileChannel channel, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }

    private static byte[] readAt(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("The mail was deleted while it was read.");
            }
        }
        return buffer.array();
    }
}
