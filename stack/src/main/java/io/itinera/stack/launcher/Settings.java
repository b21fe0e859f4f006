package io.itinera.stack.launcher;

import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import java.io.IOException;

/** Everything that a start decides once and that all parts are configured from. */
record Settings(Home home, Ports ports, Secrets secrets) {

    static Settings loadOrMake(Home home) throws IOException {
        return new Settings(
                home, Ports.loadOrChoose(home, FreePorts::isFree), Secrets.loadOrMake(home));
    }

    /** As a person types it; cookies and the login's redirects go by this name. */
    String url(PortName name) {
        return "http://localhost:" + ports.of(name);
    }
}
