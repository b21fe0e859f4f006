package io.itinera.stack.server;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keycloak's distribution, fetched by Maven when it is first needed. */
final class KeycloakSoftware {

    /** Maven to use; else the one on the path. */
    private static final String MAVEN_VARIABLE = "ITINERA_MAVEN";

    private KeycloakSoftware() {}

    /**
     * Gives a stack its own copy, with the realm to import: Keycloak writes its database and its
     * build into the directory that it runs from.
     *
     * @return that directory
     */
    static Path layOut(Home home, Path data) throws IOException, InterruptedException {
        Path own = data.resolve("keycloak");
        if (!Files.isDirectory(own)) {
            Files.createDirectories(data);
            Path part = Files.createTempDirectory(data, "copying");
            List<String> copy = List.of("cp", "-R", unpacked(home) + "/.", part.toString());
            Command.run("Copying Keycloak", copy);
            Files.move(part, own, StandardCopyOption.ATOMIC_MOVE);
        }
        Path imports = own.resolve("data").resolve("import");
        Files.createDirectories(imports);
        try (InputStream realm = KeycloakSoftware.class.getResourceAsStream("itinera-realm.json")) {
            if (realm == null) {
                throw new IllegalStateException("itinera-realm.json is not in the jar");
            }
            Files.copy(
                    realm,
                    imports.resolve("itinera-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return own;
    }

    static List<String> startCommand(Path own, int port) {
        return List.of(
                own.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port);
    }

    private static Path unpacked(Home home) throws IOException, InterruptedException {
        Path parent = home.software().resolve("keycloak");
        Optional<Path> present = distribution(parent);
        if (present.isPresent()) {
            return present.get();
        }
        Files.createDirectories(home.software());
        Path part = Files.createTempDirectory(home.software(), "unpacking");
        String maven = Optional.ofNullable(System.getenv(MAVEN_VARIABLE)).orElse("mvn");
        Command.run(
                "Fetching Keycloak with Maven",
                List.of(
                        maven,
                        "-B",
                        "-q",
                        "-f",
                        home.project().resolve("stack/pom.xml").toString(),
                        "-Ditinera.software=" + part,
                        "dependency:unpack@keycloak"));
        if (!part.toFile().renameTo(parent.toFile()) && distribution(parent).isEmpty()) {
            throw new IOException("Cannot move %s to %s".formatted(part, parent));
        }
        return distribution(parent)
                .orElseThrow(() -> new IOException("There is no Keycloak in " + parent));
    }

    private static Optional<Path> distribution(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(it -> Files.exists(it.resolve("bin/kc.sh"))).findFirst();
        }
    }
}
