package io.itinera.stack.server;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** PostgreSQL's programs as they come from the registry, and what must be done around them. */
final class PostgresSoftware {

    private static final String VERSION = "18";

    private PostgresSoftware() {}

    /** The directory that holds {@code bin/}, unpacked on first use. */
    static Path unpacked(Home home) throws IOException {
        Path target = home.software().resolve("postgres-" + VERSION);
        if (Files.isDirectory(target)) {
            return target;
        }
        String resource = resource();
        try (InputStream archive =
                PostgresSoftware.class.getClassLoader().getResourceAsStream(resource)) {
            if (archive == null) {
                throw new IOException(
                        "No PostgreSQL for this machine: %s is not on the class path."
                                .formatted(resource));
            }
            TarXz.unpack(archive, target);
        }
        return target;
    }

    /** Makes a data directory with one user who has all rights. */
    static void initialise(Path software, Path data, String user, String password)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path passwordFile =
                Files.createTempFile(
                        data.getParent(),
                        "password",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            List<String> command = new ArrayList<>(asOrdinaryUser());
            command.addAll(
                    List.of(
                            software.resolve("bin/initdb").toString(),
                            "-D",
                            data.toString(),
                            "-U",
                            user,
                            "--pwfile=" + passwordFile,
                            "-A",
                            "scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--lc-collate=C",
                            "--lc-ctype=C"));
            Command.run("initdb", command);
        } finally {
            Files.delete(passwordFile);
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own, root is nobody in
     * particular and still owns its files.
     */
    static List<String> asOrdinaryUser() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (!Command.succeeds(List.of("unshare", "--user", "true"))) {
            throw new IOException(
                    "PostgreSQL does not run as root, and this machine has no user namespaces:"
                            + " run Itinera as another user.");
        }
        return List.of("unshare", "--user");
    }

    /**
     * A killed PostgreSQL leaves its pid in the data directory and then takes any process with that
     * pid for itself.
     */
    static void forgetDeadPostmaster(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        Optional<String> command = ProcessHandle.of(pid).flatMap(it -> it.info().command());
        if (command.filter(it -> it.endsWith("postgres")).isEmpty()) {
            Files.delete(file);
        }
    }

    private static String resource() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arch);
    }
}
