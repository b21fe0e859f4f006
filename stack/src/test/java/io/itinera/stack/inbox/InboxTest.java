package io.itinera.stack.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.server.Smtp;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    private final List<Integer> ports = FreePorts.pick(2);
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(Behaviour.GOOD);

    @TempDir private Path directory;
    private MailStore store;
    private SmtpEdge smtp;
    private HttpEdge http;

    @BeforeEach
    void start() throws Exception {
        store = new MailStore(directory);
        smtp = new SmtpEdge(store, behaviour, ports.get(0));
        http = new HttpEdge(store, behaviour, ports.get(1));
        smtp.start();
        http.start();
    }

    @AfterEach
    void stop() throws Exception {
        smtp.stop();
        http.stop();
        store.close();
    }

    @Test
    void aMailIsToldWithItsPartsAndHeaders() throws Exception {
        send("ada@example.com", "Ihr Warenkorb – 忘れ物");

        JsonNode mail = json("/api/mails").get(0);

        assertEquals(1, mail.path("id").asLong());
        assertEquals("shop@example.com", mail.path("from").asText());
        assertEquals("[\"ada@example.com\"]", mail.path("to").toString());
        assertEquals("Ihr Warenkorb – 忘れ物", mail.path("subject").asText());
        assertEquals("The text of Ihr Warenkorb – 忘れ物", mail.path("text").asText().strip());
        assertEquals("<p>The page of Ihr Warenkorb – 忘れ物</p>", mail.path("html").asText().strip());
        assertEquals("send-1", mail.path("headers").path("X-Itinera-Send").asText());
        assertEquals(
                mail.path("headers").path("Message-ID").asText(), mail.path("messageId").asText());
        assertFalse(mail.has("raw"));
    }

    @Test
    void theRawMailIsToldWhereItIsAskedFor() throws Exception {
        send("ada@example.com", "Raw");

        String listed = json("/api/mails?raw=true").get(0).path("raw").asText();

        assertTrue(listed.contains("\r\nX-Itinera-Send: send-1\r\n"), listed);
        assertEquals(listed, json("/api/mails/1").path("raw").asText());
        assertEquals(listed, get("/mails/1/raw").body());
    }

    @Test
    void theListIsNarrowedToAnAddressAndATime() throws Exception {
        send("ada@example.com", "One");
        send("bob@example.com", "Two");
        send("ada@example.com", "Three");
        String thirdAt = json("/api/mails").get(2).path("receivedAt").asText();

        assertEquals(List.of("One", "Three"), subjects("/api/mails?to=Ada@example.com"));
        assertEquals(List.of("Three"), subjects("/api/mails?since=" + thirdAt));
        assertEquals(List.of(), subjects("/api/mails?to=nobody@example.com"));
    }

    @Test
    void theSameMailTwiceIsTwoMails() throws Exception {
        send("ada@example.com", "Again");
        send("ada@example.com", "Again");

        assertEquals(List.of("Again", "Again"), subjects("/api/mails"));
    }

    @Test
    void thePageListsTheNewestFirstAndShowsAMailWithoutItsScripts() throws Exception {
        send("ada@example.com", "Older");
        send("ada@example.com", "<b>Newer</b>");

        String list = get("/").body();
        HttpResponse<String> html = get("/mails/2/html");

        assertTrue(list.indexOf("&lt;b&gt;Newer") < list.indexOf("Older"), list);
        assertTrue(list.contains("Inbox (2)"), list);
        assertTrue(get("/mails/2").body().contains("<iframe sandbox"));
        assertEquals(
                "sandbox allow-popups",
                html.headers().firstValue("Content-Security-Policy").orElse(""));
    }

    @Test
    void toldToRejectItRejectsAfterThatManyMails() throws Exception {
        assertEquals(200, put("/api/behaviour", "{\"rejectAfter\":1}").statusCode());
        send("ada@example.com", "Taken");

        assertThrows(MessagingException.class, () -> send("ada@example.com", "Refused"));

        assertEquals(List.of("Taken"), subjects("/api/mails"));
    }

    @Test
    void toldToDropTheConnectionItKeepsTheMailAndDoesNotAnswer() throws Exception {
        put("/api/behaviour", "{\"dropConnectionAfterData\":true}");

        assertThrows(MessagingException.class, () -> send("ada@example.com", "Unanswered"));

        assertEquals(List.of("Unanswered"), subjects("/api/mails"));
    }

    @Test
    void behaviourThatMakesNoSenseIsRefusedAndChangesNothing() throws Exception {
        assertEquals(400, put("/api/behaviour", "{\"delayMs\":600001}").statusCode());
        assertEquals(400, put("/api/behaviour", "{\"rejectAfter\":-1}").statusCode());
        assertEquals(400, put("/api/behaviour", "{\"nonsense\":1}").statusCode());
        assertEquals(400, put("/api/behaviour", "not JSON").statusCode());
        assertEquals(Behaviour.GOOD, behaviour.get());
        assertEquals(200, put("/api/behaviour", "{\"delayMs\":600000}").statusCode());
    }

    @Test
    void emptiedItNumbersOnWhereItWas() throws Exception {
        send("ada@example.com", "Before");
        request("DELETE", "/api/mails", "");
        send("ada@example.com", "After");

        JsonNode mails = json("/api/mails");

        assertEquals(List.of("After"), subjects("/api/mails"));
        assertEquals(2, mails.get(0).path("id").asLong());
        assertEquals(404, get("/api/mails/1").statusCode());
    }

    @Test
    void withTenThousandMailsThePageShowsAHundredAndTheApiAll() throws Exception {
        byte[] raw =
                "Subject: Many\r\n\r\nText\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < 10_000; i++) {
            store.add("shop@example.com", List.of("ada@example.com"), raw);
        }

        String newest = get("/").body();
        String older = get("/?before=9901").body();

        assertTrue(newest.contains("/mails/10000\"") && newest.contains("/mails/9901\""));
        assertFalse(newest.contains("/mails/9900\""));
        assertTrue(newest.contains("/?before=9901"));
        assertTrue(older.contains("/mails/9900\""));
        assertEquals(10_000, json("/api/mails").size());
    }

    private void send(String to, String subject) throws MessagingException {
        Smtp.send(ports.get(0), to, subject);
    }

    private List<String> subjects(String path) throws Exception {
        return json(path).valueStream().map(it -> it.path("subject").asText()).toList();
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return request("GET", path, "");
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return request("PUT", path, body);
    }

    private HttpResponse<String> request(String method, String path, String body) throws Exception {
        URI uri = URI.create("http://localhost:%d%s".formatted(ports.get(1), path));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
