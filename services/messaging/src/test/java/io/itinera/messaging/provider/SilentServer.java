package io.itinera.messaging.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A mail server for one connection, which says nothing any more from one place on. */
final class SilentServer implements AutoCloseable {
    /** From where on it is silent. */
    enum Silent {
        FROM_THE_START,
        AFTER_THE_BODY
    }

    private final ServerSocket socket;
    private final Silent silent;
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    SilentServer(Silent silent) throws IOException {
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.silent = silent;
    }

    SilentServer started() {
        Thread.ofVirtual().start(this::serve);
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All lines that came until the other side closed the connection. */
    CompletableFuture<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            heard.complete(talk(client));
        } catch (IOException lost) {
            heard.completeExceptionally(lost);
        }
    }

    private String talk(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        say(client, "220 silent.example");
        boolean body = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            if (!body) {
                say(client, line.equals("DATA") ? "354 go on" : "250 ok");
            }
            body |= line.equals("DATA");
        }
        return all.toString();
    }

    private void say(Socket client, String reply) throws IOException {
        if (silent != Silent.FROM_THE_START) {
            OutputStream out = client.getOutputStream();
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
