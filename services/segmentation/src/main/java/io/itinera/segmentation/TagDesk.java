package io.itinera.segmentation;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives tags and takes them, by outcomes: whoever follows the customer takes them in order. */
@ApplicationScoped
public class TagDesk {
    private static final JsonCodec<Outcome> CODEC = JsonCodec.of(Outcome.class);

    private final Clock clock = Clock.systemUTC();

    /**
     * What is said of a tag.
     *
     * @param name added or removed
     * @param tag the tag
     * @param by who says it
     * @param until when it ends by itself; null for never
     */
    public record Word(OutcomeName name, String tag, String by, @Nullable Instant until) {}

    /** Says it of customers, all or none. */
    @WithTransaction
    public Uni<Void> say(String workspace, Collection<UUID> customers, Word word) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<OutboxRow> told =
                customers.stream().map(it -> told(workspace, it, word, now)).toList();
        return Panache.getSession().chain(session -> Outbox.append(session, told));
    }

    private static OutboxRow told(String workspace, UUID customer, Word word, Instant now) {
        Map<String, Object> properties = new TreeMap<>(Map.of("tag", word.tag(), "by", word.by()));
        if (word.until() != null) {
            properties.put("until", word.until().toString());
        }
        Outcome outcome =
                new Outcome(
                        Ids.v7().toString(),
                        workspace,
                        customer,
                        word.name(),
                        properties,
                        now,
                        null,
                        0,
                        Map.of());
        return OutboxRow.of(
                Topics.OUTCOMES, Keys.customer(workspace, customer), CODEC, outcome, Spread.BY_KEY);
    }
}
