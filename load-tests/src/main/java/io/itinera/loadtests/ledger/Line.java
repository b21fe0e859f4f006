package io.itinera.loadtests.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection that knows how far a request got, which the clients of
 * libraries do not tell: nothing is repeated behind the caller's back.
 */
final class Line implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final URI collector;
    private final BooleanSupplier door;
    private @Nullable SocketChannel channel;
    private @Nullable InputStream in;

    /**
     * @param door whether a connection may be opened now: what a balancer would say
     */
    Line(URI collector, BooleanSupplier door) {
        this.collector = collector;
        this.door = door;
    }

    Reply post(String path, String authorization, byte[] body) {
        try {
            if (!isOpen()) {
                connect();
            }
        } catch (IOException nobody) {
            close();
            return new Reply.NotSent();
        }
        try {
            return exchange(path, authorization, body);
        } catch (IOException broken) {
            close();
            return new Reply.Broken(broken.toString());
        }
    }

    /** Whether there is a connection that the other side has not closed either. */
    private boolean isOpen() throws IOException {
        if (channel == null) {
            return false;
        }
        channel.configureBlocking(false);
        boolean closed = channel.read(ByteBuffer.allocate(1)) != 0;
        channel.configureBlocking(true);
        if (closed) {
            close();
        }
        return !closed;
    }

    private void connect() throws IOException {
        if (!door.getAsBoolean()) {
            throw new ConnectException("the balancer knows nobody who is ready");
        }
        channel =
                SocketChannel.open(new InetSocketAddress(collector.getHost(), collector.getPort()));
        channel.socket().setTcpNoDelay(true);
        channel.socket().setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        in = new BufferedInputStream(channel.socket().getInputStream());
    }

    private Reply exchange(String path, String authorization, byte[] body) throws IOException {
        String head =
                "POST %s HTTP/1.1\r\nhost: %s\r\nauthorization: %s\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
                        .formatted(path, collector.getAuthority(), authorization, body.length);
        ByteBuffer[] request = {ByteBuffer.wrap(head.getBytes(ISO_8859_1)), ByteBuffer.wrap(body)};
        while (request[1].hasRemaining()) {
            channel.write(request);
        }
        String[] status = line().split(" ", -1);
        Map<String, String> headers = headers();
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] answer = in.readNBytes(length);
        if (answer.length < length) {
            throw new EOFException("closed within the answer");
        }
        int code = Integer.parseInt(status[1]);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        String later = headers.get("retry-after");
        return new Reply.Answered(
                code,
                later == null ? null : Duration.ofSeconds(Long.parseLong(later)),
                new String(answer, UTF_8));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed before the answer");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                // The other side was killed; there is nothing left to close.
                in = null;
            }
        }
        channel = null;
        in = null;
    }
}
