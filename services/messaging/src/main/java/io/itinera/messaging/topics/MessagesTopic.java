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
import io.itinera.messaging.store.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what journeys ask for, a batch in one transaction; its offsets are committed when its rows
 * are. What cannot be read goes to quarantine in the same transaction; a batch that the database
 * refuses is taken record by record, so that only the one at fault goes there.
 */
@ApplicationScoped
final class MessagesTopic {
    private static final Logger LOG = Logger.getLogger(MessagesTopic.class);
    private static final JsonCodec<MessageCommand> COMMANDS = JsonCodec.of(MessageCommand.class);
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f-]+");
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
        List<Asked> asked = new ArrayList<>();
        List<OutboxRow> unreadable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                asked.add(new Asked(record, command(record)));
            } catch (Unreadable why) {
                unreadable.add(aside.row(record, why));
            }
        }
        List<Input.Commanded> commands = asked.stream().map(Asked::command).toList();
        return written(() -> deliveries.take(commands, unreadable))
                .onFailure(Refusal::isOne)
                .recoverWithUni(_ -> oneByOne(asked, unreadable))
                .invoke(dispatcher::call);
    }

    /** A record and what it asks for. */
    private record Asked(ConsumerRecord<byte[], byte[]> record, Input.Commanded command) {}

    /** One of them is refused: the others are written down, and it goes to quarantine. */
    private Uni<Void> oneByOne(List<Asked> asked, List<OutboxRow> unreadable) {
        Uni<Void> taken = putAside(unreadable);
        for (Asked one : asked) {
            taken = taken.chain(() -> alone(one));
        }
        return taken;
    }

    private Uni<Void> alone(Asked one) {
        return written(() -> deliveries.take(List.of(one.command()), List.of()))
                .onFailure(Refusal::isOne)
                .recoverWithUni(_ -> putAside(List.of(refused(one))));
    }

    private OutboxRow refused(Asked one) {
        return aside.row(
                one.record(),
                new Unreadable("not_storable", "has a value that the database refuses"));
    }

    private Uni<Void> putAside(List<OutboxRow> rows) {
        return written(() -> deliveries.take(List.of(), rows));
    }

    /** Tries until it is written down or refused for good. */
    private Uni<Void> written(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .runSubscriptionOn(contexts)
                .onFailure(MessagesTopic::passes)
                .invoke(lost -> LOG.warn("Messages cannot be written down; trying again", lost))
                .onFailure(MessagesTopic::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private static boolean passes(Throwable lost) {
        return !Refusal.isOne(lost);
    }

    private static Input.Commanded command(ConsumerRecord<byte[], byte[]> record) {
        @Nullable String trace =
                Traces.read(record.headers())
                        .filter(text -> TRACEPARENT.matcher(text).matches())
                        .orElse(null);
        return switch (COMMANDS.read(record.value())) {
            case Send send -> new Input.Requested(send, trace);
            case CallBack back -> new Input.WantedBack(back, trace);
        };
    }
}
