package io.itinera.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads every mail that the inbox has taken. */
final class InboxReader {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI inbox;

    InboxReader(URI inbox) {
        this.inbox = inbox;
    }

    List<Mail> mails() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(inbox.resolve("/api/mails")).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        List<Mail> mails = new ArrayList<>();
        for (JsonNode mail : json.readTree(response.body())) {
            Instant at = Instant.parse(mail.path("receivedAt").asText());
            String html = mail.path("html").asText();
            mail.path("to").forEach(to -> mails.add(new Mail(to.asText(), at, html)));
        }
        return mails;
    }
}
