package io.itinera.messaging.topics;

import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.MessageCommand;
import io.itinera.contracts.messages.Send;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import io.itinera.kit.trace.Traces;
import io.itinera.messaging.Deliveries;
import io.itinera.messaging.Dispatcher;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.store.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what journeys ask for, a batch in one transaction; its offsets are committed when its rows
 * are. What cannot be read goes to quarantine in the same transaction.
 */
@ApplicationScoped
final class MessagesTopic {
    private static final Logger LOG = Logger.getLogger(MessagesTopic.class);
    private static final JsonCodec<MessageCommand> COMMANDS = JsonCodec.of(MessageCommand.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final PutAside aside;
    private final FreshContext contexts;

    @Inject
    MessagesTopic(
            Deliveries deliveries, Dispatcher dispatcher, PutAside aside, FreshContext contexts) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.aside = aside;
        this.contexts = contexts;
    }

    @Incoming("messages")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        List<Input.Commanded> commands = new ArrayList<>();
        List<OutboxRow> unreadable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                commands.add(command(record));
            } catch (Unreadable why) {
                unreadable.add(aside.row(record, why));
            }
        }
        return Uni.createFrom()
                .deferred(() -> deliveries.take(commands, unreadable))
                .runSubscriptionOn(contexts)
                .onFailure()
                .invoke(lost -> LOG.warn("Messages cannot be written down; trying again", lost))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(dispatcher::call);
    }

    private static Input.Commanded command(ConsumerRecord<byte[], byte[]> record) {
        @Nullable String trace = Traces.read(record.headers()).orElse(null);
        return switch (COMMANDS.read(record.value())) {
            case Send send -> new Input.Requested(send, trace);
            case CallBack back -> new Input.WantedBack(back, trace);
        };
    }
}
