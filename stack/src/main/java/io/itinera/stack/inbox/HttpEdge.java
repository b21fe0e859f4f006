package io.itinera.stack.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The inbox to read: a page for people and an API for tests. */
final class HttpEdge {

    private static final String JSON_TYPE = "application/json";
    private static final String HTML_TYPE = "text/html; charset=utf-8";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MailStore store;
    private final AtomicReference<Behaviour> behaviour;
    private final HttpServer server;

    HttpEdge(MailStore store, AtomicReference<Behaviour> behaviour, int port) throws IOException {
        this.store = store;
        this.behaviour = behaviour;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            send(exchange, 400, "text/plain; charset=utf-8", bytes("" + e.getMessage()));
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        List<String> path = List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        String call = exchange.getRequestMethod() + " " + shape(path);
        switch (call) {
            case "GET " -> page(exchange);
            case "GET mails/*" -> one(exchange, path.get(1), View.PAGE);
            case "GET mails/*/html" -> one(exchange, path.get(1), View.HTML);
            case "GET mails/*/raw" -> one(exchange, path.get(1), View.RAW);
            case "GET api/mails" -> list(exchange);
            case "GET api/mails/*" -> one(exchange, path.get(2), View.JSON);
            case "DELETE api/mails" -> clear(exchange);
            case "GET api/behaviour" -> send(exchange, 200, JSON_TYPE, json(behaviour.get()));
            case "PUT api/behaviour" -> behave(exchange);
            default -> send(exchange, 404, "text/plain", bytes("Nothing here: " + call));
        }
    }

    /** The ways to look at one mail. */
    private enum View {
        PAGE,
        HTML,
        RAW,
        JSON
    }

    private static String shape(List<String> path) {
        return String.join(
                "/", path.stream().map(it -> it.matches("[0-9]{1,18}") ? "*" : it).toList());
    }

    private void page(HttpExchange exchange) throws IOException {
        long before = Query.of(exchange).number("before").orElse(Long.MAX_VALUE);
        List<MailStore.Entry> older = store.list(it -> it.id() < before);
        send(exchange, 200, HTML_TYPE, bytes(Page.list(older)));
    }

    private void list(HttpExchange exchange) throws IOException {
        Query query = Query.of(exchange);
        List<MailStore.Entry> found = store.list(query.filter());
        exchange.getResponseHeaders().set("Content-Type", JSON_TYPE);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            String separator = "[";
            for (MailStore.Entry entry : found) {
                out.write(bytes(separator));
                out.write(query.wantsRaw() ? withRaw(entry) : store.line(entry));
                separator = ",\n";
            }
            out.write(bytes(found.isEmpty() ? "[]" : "]"));
        }
    }

    private void one(HttpExchange exchange, String id, View view) throws IOException {
        Optional<MailStore.Entry> found = store.find(Long.parseLong(id));
        if (found.isEmpty()) {
            send(exchange, 404, "text/plain", bytes("No mail " + id));
            return;
        }
        MailStore.Entry entry = found.get();
        switch (view) {
            case PAGE -> send(exchange, 200, HTML_TYPE, bytes(Page.mail(store.mail(entry))));
            case HTML -> {
                // The mail's own page must not run anything, wherever it is opened.
                exchange.getResponseHeaders()
                        .set("Content-Security-Policy", "sandbox allow-popups");
                send(exchange, 200, HTML_TYPE, bytes(store.mail(entry).html()));
            }
            case RAW -> send(exchange, 200, "text/plain; charset=utf-8", store.raw(entry));
            case JSON -> send(exchange, 200, JSON_TYPE, withRaw(entry));
        }
    }

    private byte[] withRaw(MailStore.Entry entry) throws IOException {
        String raw = new String(store.raw(entry), StandardCharsets.ISO_8859_1);
        return json(store.mail(entry).withRaw(raw));
    }

    private void clear(HttpExchange exchange) throws IOException {
        store.clear();
        exchange.sendResponseHeaders(204, -1);
    }

    private void behave(HttpExchange exchange) throws IOException {
        Map<?, ?> body = JSON.readValue(exchange.getRequestBody(), Map.class);
        behaviour.set(JSON.convertValue(body, Behaviour.class));
        send(exchange, 200, JSON_TYPE, json(behaviour.get()));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] json(Object value) throws JsonProcessingException {
        return JSON.writeValueAsBytes(value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
