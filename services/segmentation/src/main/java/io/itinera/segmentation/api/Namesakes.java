package io.itinera.segmentation.api;

import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.Reading;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Who has an identity, of whatever kind, wherever they live; it blocks. */
@Singleton
final class Namesakes {
    private final Reading reading;

    Namesakes(Reading reading) {
        this.reading = reading;
    }

    /** Their ids, each once. */
    List<UUID> of(String workspace, String identity, Ask ask) {
        String uri =
                "/customers?match=whole&query="
                        + URLEncoder.encode(identity, StandardCharsets.UTF_8);
        return reading
                .ofAll(
                        Items.Customers.class,
                        new Ask(uri, ask.authorization(), false),
                        () -> here(workspace, identity))
                .stream()
                .flatMap(page -> page.items().stream())
                .map(CustomerAnswer.Brief::id)
                .distinct()
                .toList();
    }

    private Items.Customers here(String workspace, String identity) {
        return new Items.Customers(
                reading.named(workspace, identity, Items.DEFAULT).stream()
                        .map(id -> new CustomerAnswer.Brief(id, null, null, null, null))
                        .toList());
    }
}
