package io.itinera.journeys;

import io.itinera.contracts.Keys;
import io.itinera.journeys.domain.Enrollment;
import io.itinera.journeys.domain.Place;
import io.itinera.journeys.domain.Start;
import io.itinera.journeys.store.CustomerKey;
import io.itinera.journeys.store.CustomerReader;
import io.itinera.journeys.store.StoreNames;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.streams.Reads;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks into the state stores, here or at the sibling that owns the customer. */
@Singleton
public class Enrollments {
    private static final String WAITING = "waiting";

    private final KafkaStreams streams;
    private final Reads reads;

    /** Over these streams. */
    public Enrollments(KafkaStreams streams, Reads reads) {
        this.streams = streams;
        this.reads = reads;
    }

    /** What travels between siblings, and what the route answers. */
    @RegisterForReflection
    public record LiveRuns(List<LiveRun> items) {
        public LiveRuns {
            items = List.copyOf(items);
        }
    }

    /** The runs of a customer that have not ended, oldest first. */
    public LiveRuns live(String workspace, UUID customer, Ask ask) {
        return reads.one(
                StoreNames.CUSTOMERS,
                Keys.customer(workspace, customer),
                LiveRuns.class,
                ask,
                () -> here(new CustomerKey(workspace, customer)));
    }

    private LiveRuns here(CustomerKey who) {
        CustomerReader reader =
                new CustomerReader(
                        store(StoreNames.CUSTOMERS),
                        store(StoreNames.ENROLLMENTS),
                        store(StoreNames.PROFILES));
        return new LiveRuns(
                reader.load(who).customer().enrollments().stream()
                        .flatMap(Enrollments::shown)
                        .toList());
    }

    private static Stream<LiveRun> shown(Enrollment run) {
        Place place = run.place();
        if (place == null) {
            return Stream.empty();
        }
        Start start = run.start();
        return Stream.of(
                new LiveRun(
                        run.id(),
                        start.journey(),
                        start.version(),
                        WAITING,
                        place.node(),
                        place.since(),
                        place.until(),
                        start.key(),
                        start.trigger()));
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }
}
