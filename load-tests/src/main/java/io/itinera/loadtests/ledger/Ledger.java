package io.itinera.loadtests.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of one sender. A line {@code sent} is on the disk before its event leaves; a line {@code
 * said} follows for every answer. Senders that write at the same time share one fsync.
 *
 * <p>The first line is {@value #EVERY_ATTEMPT} when each attempt has its own {@code said}. It
 * begins with {@value #LAST_ATTEMPT} when the sender repeats on its own and tells only how it
 * ended; how many attempts it makes at most follows.
 */
public final class Ledger implements AutoCloseable {
    static final String EVERY_ATTEMPT = "ledger\tevery attempt";
    static final String LAST_ATTEMPT = "ledger\tlast attempt of\t";

    private final FileChannel file;
    private final Object turn = new Object();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long written;
    private long forced;
    private boolean forcing;
    private @Nullable IOException broken;

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /** A new file of a sender that tells each attempt. */
    public static Ledger create(Path file) {
        return create(file, EVERY_ATTEMPT);
    }

    /**
     * A new file of a sender that repeats on its own and tells only how it ended.
     *
     * @param most how many attempts it makes for an event at most
     */
    public static Ledger createForLastAttempts(Path file, int most) {
        return create(file, LAST_ATTEMPT + most);
    }

    private static Ledger create(Path file, String kind) {
        try {
            Ledger ledger =
                    new Ledger(
                            FileChannel.open(
                                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            ledger.append(kind + "\n");
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    /** Writes down what is about to be sent; returns when it is on the disk. */
    public void sending(List<Sent> events) {
        StringBuilder lines = new StringBuilder();
        for (Sent each : events) {
            lines.append(
                    "sent\t%s\t%s\t%s\t%d\t%s\t%d\n"
                            .formatted(
                                    each.id(),
                                    each.workspace(),
                                    each.customer(),
                                    each.sequence(),
                                    each.hash(),
                                    each.atMs()));
        }
        force(append(lines.toString()));
    }

    /**
     * Writes down what was said to an attempt. It is on the disk with the next events at the
     * latest; one that a crash loses counts as unknown, which asks less of the collector, never
     * more.
     */
    public void said(List<Sent> events, Outcome outcome) {
        StringBuilder lines = new StringBuilder();
        for (Sent each : events) {
            lines.append("said\t").append(each.id()).append('\t').append(outcome).append('\n');
        }
        append(lines.toString());
    }

    private long append(String lines) {
        byte[] bytes = lines.getBytes(UTF_8);
        synchronized (turn) {
            pending.writeBytes(bytes);
            written += bytes.length;
            return written;
        }
    }

    /** Waits until so many bytes are on the disk; whoever finds nobody at it does it for all. */
    private void force(long needed) {
        while (isMyTurn(needed)) {
            ByteArrayOutputStream mine;
            long upTo;
            synchronized (turn) {
                mine = pending;
                upTo = written;
                pending = new ByteArrayOutputStream();
            }
            write(mine, upTo);
        }
    }

    /** False when so many bytes are on the disk; true when the caller is to write what there is. */
    private boolean isMyTurn(long needed) {
        synchronized (turn) {
            try {
                while (forcing && forced < needed) {
                    turn.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted before the ledger was written", e);
            }
            if (broken != null) {
                throw new UncheckedIOException("the ledger cannot be written", broken);
            }
            forcing |= forced < needed;
            return forced < needed;
        }
    }

    private void write(ByteArrayOutputStream lines, long upTo) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            done(upTo, null);
        } catch (IOException e) {
            done(upTo, e);
        }
    }

    private void done(long upTo, @Nullable IOException failure) {
        synchronized (turn) {
            forced = upTo;
            broken = failure;
            forcing = false;
            turn.notifyAll();
        }
    }

    @Override
    public void close() {
        force(append(""));
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be closed", e);
        }
    }
}
