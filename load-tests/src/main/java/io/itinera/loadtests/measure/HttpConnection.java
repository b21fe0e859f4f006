package io.itinera.loadtests.measure;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** One kept-alive connection that costs little beside what it measures. */
final class HttpConnection implements AutoCloseable {
    private static final String TAKEN = "HTTP/1.1 20";
    private static final String LENGTH = "content-length:";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Socket socket;
    private final InputStream in;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    }

    static HttpConnection open(URI target) throws IOException {
        return new HttpConnection(new Socket(target.getHost(), target.getPort()));
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param request all of its bytes
     * @throws IllegalStateException when it is not answered with 200 or 204
     */
    void exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        readAnswer();
    }

    private void readAnswer() throws IOException {
        String status = line();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        byte[] answer = in.readNBytes(length);
        if (!status.startsWith(TAKEN)) {
            throw new IllegalStateException(
                    status + ": " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
