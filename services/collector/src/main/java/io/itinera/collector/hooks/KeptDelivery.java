package io.itinera.collector.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.files.rows.Drafts;
import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.quarantine.RefusedEvent;
import io.itinera.kit.json.Json;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A delivery that its source's mapping could not use, as it lies in quarantine: its sender was told
 * that it was taken and will not send it again, so it waits there for a better mapping.
 *
 * @param delivery as far as a mapping may read it
 * @param original all of its body, Base64
 */
public record KeptDelivery(Delivery delivery, String original) {
    private static final String WEBHOOK = "webhook";
    private static final String HEADERS = "headers";
    private static final String BYTES = "bytes";
    private static final int MAX_CONTEXT_BYTES = 4 * 1024;

    /** Its body. */
    byte[] body() {
        return Base64.getDecoder().decode(original);
    }

    /** What is kept of a delivery beside its body, as JSON. */
    static Slice context(Delivery delivery, byte[] body) {
        Map<String, String> headers = new TreeMap<>(delivery.open());
        headers.keySet().removeIf(it -> !it.startsWith("x-") && !it.equals("content-type"));
        Slice context = context(headers, body.length);
        return context.length() > MAX_CONTEXT_BYTES ? context(Map.of(), body.length) : context;
    }

    private static Slice context(Map<String, String> headers, int bytes) {
        return Drafts.json(Map.of(WEBHOOK, Map.of(HEADERS, headers, BYTES, bytes)));
    }

    /** The delivery that a record of quarantine is, if all of it is there. */
    public static Optional<KeptDelivery> of(Quarantined record) {
        RefusedEvent refused = record.refused();
        if (refused == null
                || refused.context() == null
                || !record.reason().equals(Reason.MAPPING_FAILED.code())) {
            return Optional.empty();
        }
        try {
            JsonNode webhook = Json.mapper().readTree(refused.context()).path(WEBHOOK);
            int kept = Base64.getDecoder().decode(record.original()).length;
            Map<String, String> headers = new TreeMap<>();
            webhook.path(HEADERS)
                    .properties()
                    .forEach(it -> headers.put(it.getKey(), it.getValue().asText()));
            Delivery delivery = new Delivery("POST", "", headers);
            return webhook.path(BYTES).asInt(-1) == kept
                    ? Optional.of(new KeptDelivery(delivery, record.original()))
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
