package io.itinera.stack.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** The inbox as a process. Arguments: data directory, HTTP port, SMTP port. */
public final class InboxMain {

    private InboxMain() {}

    static void main(String[] args) throws IOException {
        MailStore store = new MailStore(Path.of(args[0]));
        AtomicReference<Behaviour> behaviour = new AtomicReference<>(Behaviour.GOOD);
        SmtpEdge smtp = new SmtpEdge(store, behaviour, Integer.parseInt(args[2]));
        HttpEdge http = new HttpEdge(store, behaviour, Integer.parseInt(args[1]));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    smtp.stop();
                                    http.stop();
                                },
                                "stop"));
        smtp.start();
        http.start();
    }
}
