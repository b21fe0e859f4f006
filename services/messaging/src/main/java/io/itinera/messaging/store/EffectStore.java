package io.itinera.messaging.store;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.transitions.Transition;
import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.trace.Traces;
import io.itinera.messaging.domain.delivery.Decision;
import io.itinera.messaging.domain.delivery.Delivery;
import io.itinera.messaging.domain.delivery.Effect;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what a decision tells others into its own transaction. */
@ApplicationScoped
public class EffectStore {
    private static final JsonCodec<Outcome> OUTCOMES = JsonCodec.of(Outcome.class);
    private static final JsonCodec<Transition> TRANSITIONS = JsonCodec.of(Transition.class);

    private final SuppressionStore suppressions;

    @Inject
    EffectStore(SuppressionStore suppressions) {
        this.suppressions = suppressions;
    }

    /** Everything but the hand-over, which is no row. */
    public Uni<Void> save(Decision decision, Instant now) {
        Delivery delivery = decision.delivery();
        List<OutboxRow> rows =
                decision.effects().stream().flatMap(effect -> row(effect, delivery)).toList();
        return suppressed(decision, now).chain(() -> append(rows));
    }

    /** Rows that are no delivery's. */
    public Uni<Void> append(List<OutboxRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().flatMap(session -> Outbox.append(session, rows));
    }

    /** An outcome as it goes to the loop. */
    public static OutboxRow row(Outcome outcome, @Nullable String traceparent) {
        return new OutboxRow(
                Topics.OUTCOMES,
                Keys.customer(outcome.workspace(), outcome.customer()),
                text(OUTCOMES.write(outcome)),
                headers(traceparent),
                Spread.BY_KEY);
    }

    private static Stream<OutboxRow> row(Effect effect, Delivery delivery) {
        return switch (effect) {
            case Effect.Tell(Outcome outcome) -> Stream.of(row(outcome, delivery.traceparent()));
            case Effect.Note(Transition transition) ->
                    Stream.of(
                            new OutboxRow(
                                    Topics.TRANSITIONS,
                                    Keys.customer(transition.workspace(), transition.customer()),
                                    text(TRANSITIONS.write(transition)),
                                    headers(delivery.traceparent()),
                                    Spread.BY_KEY));
            case Effect.HandOver _, Effect.Suppress _ -> Stream.empty();
        };
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(@Nullable String traceparent) {
        return traceparent == null ? Map.of() : Map.of(Traces.HEADER, traceparent);
    }

    private Uni<Void> suppressed(Decision decision, Instant now) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Suppress suppress) {
                done = done.chain(() -> suppressed(decision.delivery(), suppress, now));
            }
        }
        return done;
    }

    private Uni<Void> suppressed(Delivery delivery, Effect.Suppress suppress, Instant now) {
        return suppressions.add(
                delivery.workspace(),
                delivery.channel().orElseThrow(),
                suppress.address(),
                suppress.reason(),
                now);
    }
}
