package io.itinera.stack.server;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis 6.2; only its commands may be used. */
public record RedisServer(int port, Durability durability) implements Server {

    @Override
    public String name() {
        return "redis";
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public Launch prepare(Home home) throws IOException {
        List<String> command =
                List.of(
                        executable(home).toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        home.data(name()).toString(),
                        "--save",
                        "",
                        "--appendonly",
                        durability == Durability.KEPT ? "yes" : "no");
        return new Launch(name(), command, Map.of(), StopSignal.TERM, List.of(port));
    }

    @Override
    public Readiness readiness() {
        return this::pongs;
    }

    private static Path executable(Home home) throws IOException {
        Path target = home.software().resolve("redis").resolve("redis-server");
        if (!Files.isExecutable(target)) {
            Files.createDirectories(target.getParent());
            Path unpacked = ExecutableProvider.newJarResourceProvider().get().toPath();
            Path part = Files.createTempFile(target.getParent(), "redis-server", ".part");
            Files.copy(unpacked, part, StandardCopyOption.REPLACE_EXISTING);
            if (!part.toFile().setExecutable(true)) {
                throw new IOException("Cannot make executable: " + part);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private boolean pongs() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
