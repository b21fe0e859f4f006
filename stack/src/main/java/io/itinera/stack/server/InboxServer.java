package io.itinera.stack.server;

import io.itinera.stack.inbox.InboxMain;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where mail goes: a server of our own that keeps and shows all of it. */
public record InboxServer(int httpPort, int smtpPort) implements Server {

    @Override
    public String name() {
        return "inbox";
    }

    public String url() {
        return "http://localhost:" + httpPort;
    }

    @Override
    public Launch prepare(Home home) throws IOException {
        List<String> arguments =
                List.of(
                        home.data(name()).toString(),
                        Integer.toString(httpPort),
                        Integer.toString(smtpPort));
        List<String> command =
                JavaCommand.ofMain(
                        home.project(), InboxMain.class, List.of("-Xms16m", "-Xmx128m"), arguments);
        return new Launch(name(), command, Map.of(), StopSignal.TERM, List.of(httpPort, smtpPort));
    }

    @Override
    public Readiness readiness() {
        URI behaviour = URI.create("http://127.0.0.1:%d/api/behaviour".formatted(httpPort));
        return () -> Probe.accepts(smtpPort) && Probe.isOk(behaviour);
    }
}
