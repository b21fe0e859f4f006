package io.itinera.messaging.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.Wording;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.provider.SilentServer.Silent;
import io.vertx.ext.mail.MailConfig;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailProviderTest {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Letter LETTER =
            new Letter(
                    "shop@shop.example",
                    "mira@example.com",
                    new Wording("You left something", "<p>Teapot</p>", "Teapot"),
                    Map.of("Message-ID", "<1@shop.example>"));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await().indefinitely();
    }

    @Test
    void serverThatIsSilentAfterTheBodyMayHaveTakenItAndItsConnectionIsClosed() throws Exception {
        try (SilentServer server = new SilentServer(Silent.AFTER_THE_BODY).started()) {
            assertEquals(new Input.Unheard("answer_unknown"), delivered(server, LETTER));
            assertTrue(server.heard().get(10, TimeUnit.SECONDS).endsWith("\n.\n"));
        }
    }

    @Test
    void serverThatDoesNotGreetHasNotTakenItAndItsConnectionIsClosed() throws Exception {
        try (SilentServer server = new SilentServer(Silent.FROM_THE_START).started()) {
            assertEquals(new Input.Unavailable("server_silent"), delivered(server, LETTER));
            assertEquals("", server.heard().get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void letterThatTheClientCannotWriteStumbles() throws Exception {
        Letter broken = new Letter("shop.example>", LETTER.to(), LETTER.text(), LETTER.headers());
        try (SilentServer server = new SilentServer(Silent.AFTER_THE_BODY).started()) {
            assertEquals(new Input.Stumbled("unsendable"), delivered(server, broken));
        }
    }

    @Test
    void messageThatIsWithdrawnCannotLeave() {
        WatchedMessage message = new WatchedMessage();
        assertTrue(message.withdraw());
        assertThrows(IllegalStateException.class, message::getHtml);
        assertFalse(message.mayHaveLeft());
    }

    @Test
    void messageThatMayHaveLeftCannotBeWithdrawn() {
        WatchedMessage message = new WatchedMessage();
        assertNull(message.getHtml());
        assertFalse(message.withdraw());
        assertTrue(message.mayHaveLeft());
    }

    private Input delivered(SilentServer server, Letter letter) {
        MailConfig config = new MailConfig("127.0.0.1", server.port());
        return new MailProvider(vertx, config, SILENCE)
                .deliver(letter)
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
