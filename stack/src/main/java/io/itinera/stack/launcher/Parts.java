package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import io.itinera.stack.server.JavaCommand;
import io.itinera.stack.server.Probe;
import io.itinera.stack.server.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All processes of one Itinera, in the order of their kinds. */
record Parts(List<Part> all) {

    private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(4);

    Parts {
        all = List.copyOf(all);
    }

    static Parts of(Settings settings) {
        Servers servers = Servers.of(settings);
        List<Part> all = new ArrayList<>();
        servers.all().forEach(it -> all.add(server(it)));
        ServiceEnvironment environment = new ServiceEnvironment(settings, servers);
        Service.ALL.forEach(it -> all.add(service(it, settings, environment)));
        return new Parts(all);
    }

    /** These and the second instances that a person may start beside them. */
    Parts withSeconds(Settings settings) {
        ServiceEnvironment environment = new ServiceEnvironment(settings, Servers.of(settings));
        Parts parts = this;
        for (Service second : Service.SECONDS) {
            parts = parts.with(service(second, settings, environment));
        }
        return parts;
    }

    Parts with(Part part) {
        List<Part> more = new ArrayList<>(all);
        more.add(part);
        return new Parts(more);
    }

    /** One of them and those that it needs. */
    Parts standing(String name) {
        Part part = named(name);
        return new Parts(
                all.stream()
                        .filter(it -> it.equals(part) || part.needs().contains(it.name()))
                        .toList());
    }

    Optional<Part> find(String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** Finds a part that a person named. */
    Part named(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "There is no %s; there are %s."
                                                .formatted(name, String.join(", ", names()))));
    }

    List<Part> of(Part.Kind kind) {
        return all.stream().filter(it -> it.kind() == kind).toList();
    }

    private List<String> names() {
        return all.stream().map(Part::name).toList();
    }

    private static Part server(Server server) {
        return new Part(
                server.name(), Part.Kind.SERVER, Set.of(), server::start, server.readiness());
    }

    private static Part service(
            Service service, Settings settings, ServiceEnvironment environment) {
        int port = settings.ports().of(service.port());
        URI ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port));
        Readiness readiness = () -> Probe.isOk(ready);
        Set<String> needs =
                service.needs().stream()
                        .filter(it -> it != Service.Need.STREAMS)
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        Part.Start start =
                home -> {
                    Child child = Child.start(home, launch(service, home, environment, port));
                    child.awaitReady(readiness, SERVICE_PATIENCE);
                    return child;
                };
        return new Part(service.name(), Part.Kind.SERVICE, needs, start, readiness);
    }

    private static Launch launch(
            Service service, Home home, ServiceEnvironment environment, int port)
            throws IOException {
        Path jar =
                home.project()
                        .resolve(service.directory())
                        .resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Refusal("%s is not built: there is no %s.".formatted(service.name(), jar));
        }
        List<String> jvm =
                List.of(
                        "-Xms%dm".formatted(service.heap().first()),
                        "-Xmx%dm".formatted(service.heap().most()),
                        "--enable-native-access=ALL-UNNAMED");
        return new Launch(
                service.name(),
                JavaCommand.ofJar(jar, jvm),
                environment.of(service),
                StopSignal.TERM,
                List.of(port));
    }
}
