package io.itinera.stack.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The demo's shop as a process. */
record Shop(Settings settings) {

    private static final String NAME = "shop";

    String url() {
        return settings.url(PortName.SHOP);
    }

    URI inbox() {
        return URI.create(settings.url(PortName.INBOX));
    }

    /** What the shop itself knows to have happened; new with every start. */
    Path ledger() {
        return settings.home().data(NAME).resolve("ledger.jsonl");
    }

    /** The catalogue as JSON, with pictures at this shop's address. */
    String products() throws IOException, InterruptedException {
        Process node =
                new ProcessBuilder(NodePart.node(), "catalogue.mjs", url())
                        .directory(directory().toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String json = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new Refusal("The shop's catalogue cannot be read: run npm ci in stack/shop.");
        }
        return json;
    }

    Part part(String writeKey, Duration wait) throws IOException {
        Files.createDirectories(ledger().getParent());
        Files.deleteIfExists(ledger());
        return NodePart.of(
                NAME,
                directory().resolve("main.mjs"),
                Map.of(
                        "SHOP_COLLECTOR_URL", settings.url(PortName.COLLECTOR),
                        "SHOP_WRITE_KEY", writeKey,
                        "SHOP_INBOX_URL", inbox().toString(),
                        "SHOP_LEDGER", ledger().toString(),
                        "SHOP_PORT", Integer.toString(settings.ports().of(PortName.SHOP)),
                        "SHOP_WAIT_MS", Long.toString(wait.toMillis()),
                        "SHOP_SEED", Long.toString(System.currentTimeMillis() / 1000)),
                settings.ports().of(PortName.SHOP),
                "/health");
    }

    String summary() {
        return """
          Shop        %s   drop a cart, then read your mail in the inbox
        """
                .formatted(url());
    }

    private Path directory() {
        return settings.home().project().resolve("stack/shop");
    }
}
