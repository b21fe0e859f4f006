package io.itinera.stack.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** Takes mail for anyone from anyone, and stores it before it answers. */
final class SmtpEdge {

    private static final int MAX_MAIL_BYTES = 10 * 1024 * 1024;
    private static final int MAX_CONNECTIONS = 200;

    private final MailStore store;
    private final AtomicReference<Behaviour> behaviour;
    private final SMTPServer server;

    SmtpEdge(MailStore store, AtomicReference<Behaviour> behaviour, int port) {
        this.store = store;
        this.behaviour = behaviour;
        this.server =
                new SMTPServer.Builder()
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .port(port)
                        .hostName("inbox.localhost")
                        .softwareName("Itinera inbox")
                        .maxMessageSize(MAX_MAIL_BYTES)
                        .maxConnections(MAX_CONNECTIONS)
                        .insertReceivedHeaders(false)
                        .messageHandlerFactory(Transaction::new)
                        .build();
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    /** One mail on its way in. */
    private final class Transaction implements MessageHandler {

        private final MessageContext context;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Transaction(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] raw = data.readAllBytes();
            Behaviour now = behaviour.getAndUpdate(Behaviour::afterOneMail);
            if (now.rejectsNow()) {
                throw new RejectException(452, "4.3.1 Told to reject");
            }
            long id = store.add(sender, recipients, raw);
            pause(now.delayMs());
            if (now.dropConnectionAfterData() && context instanceof Session session) {
                session.closeSocket();
            }
            return "Ok: " + id;
        }

        @Override
        public void done() {
            recipients.clear();
        }

        private static void pause(long ms) {
            try {
                Thread.sleep(ms);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new IOException("Stopped during a delay", e));
            }
        }
    }
}
