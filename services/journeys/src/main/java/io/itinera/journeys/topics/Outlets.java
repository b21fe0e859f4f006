package io.itinera.journeys.topics;

import io.itinera.contracts.Keys;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.transitions.Transition;
import io.itinera.journeys.Aside;
import io.itinera.journeys.Outlet;
import io.itinera.journeys.domain.Effect;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.store.MovedCodec;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Quarantine;
import io.itinera.kit.records.Unreadable;
import io.itinera.kit.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards effects to the sinks, each as a record of its customer at its own moment. */
final class Outlets implements Outlet {
    private static final JsonCodec<MessageCommand> MESSAGES = JsonCodec.of(MessageCommand.class);
    private static final JsonCodec<Transition> TRANSITIONS = JsonCodec.of(Transition.class);
    private static final JsonCodec<Outcome> OUTCOMES = JsonCodec.of(Outcome.class);
    private static final JsonCodec<Quarantined> QUARANTINE = JsonCodec.of(Quarantined.class);

    private final ProcessorContext<byte[], byte[]> context;
    private final Quarantine quarantine;

    Outlets(ProcessorContext<byte[], byte[]> context, Quarantine quarantine) {
        this.context = context;
        this.quarantine = quarantine;
    }

    @Override
    public void perform(Effect effect) {
        switch (effect) {
            case Effect.Ask(MessageCommand command, @Nullable String trace) ->
                    forward(
                            JourneysTopology.MESSAGES_OUT,
                            Keys.customer(command.workspace(), command.customer()),
                            MESSAGES.write(command),
                            requestedAt(command),
                            trace);
            case Effect.Tell(Transition told, @Nullable String trace) ->
                    forward(
                            JourneysTopology.TRANSITIONS_OUT,
                            Keys.customer(told.workspace(), told.customer()),
                            TRANSITIONS.write(told),
                            told.at(),
                            trace);
            case Effect.Report(Outcome outcome, @Nullable String trace) ->
                    forward(
                            JourneysTopology.OUTCOMES_OUT,
                            Keys.customer(outcome.workspace(), outcome.customer()),
                            OUTCOMES.write(outcome),
                            outcome.occurredAt(),
                            trace);
            case Effect.Hand(Moved moved, @Nullable String trace) ->
                    forward(
                            JourneysTopology.MOVES_OUT,
                            Keys.customer(moved.workspace(), moved.into()),
                            MovedCodec.write(moved),
                            Instant.ofEpochMilli(context.currentStreamTimeMs()),
                            trace);
        }
    }

    private static Instant requestedAt(MessageCommand command) {
        return switch (command) {
            case Send send -> send.requestedAt();
            case CallBack back -> back.requestedAt();
        };
    }

    /** No record stands behind what time or another's record brought about: only its customer. */
    @Override
    public void putAside(Aside aside) {
        byte[] key = aside.who().bytes();
        Quarantined quarantined =
                quarantine.of(key, aside.original().get(), aside.why(), aside.at());
        context.forward(
                new Record<>(key, QUARANTINE.write(quarantined), aside.at().toEpochMilli()),
                JourneysTopology.QUARANTINE_OUT);
    }

    void quarantine(Quarantine.Place place, Record<byte[], byte[]> record, Unreadable why) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Quarantined aside = quarantine.of(place, record.key(), record.value(), why, at);
        context.forward(
                new Record<>(
                        record.key(),
                        QUARANTINE.write(aside),
                        record.timestamp(),
                        record.headers()),
                JourneysTopology.QUARANTINE_OUT);
    }

    private void forward(
            String sink, String key, byte[] value, Instant at, @Nullable String trace) {
        Headers headers = new RecordHeaders();
        if (trace != null) {
            headers.add(Traces.HEADER, trace.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        context.forward(new Record<>(keyBytes, value, at.toEpochMilli(), headers), sink);
    }
}
