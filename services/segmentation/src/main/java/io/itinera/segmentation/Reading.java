package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.streams.Reads;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.store.LocalStores;
import io.itinera.segmentation.store.LookupView;
import io.itinera.segmentation.store.Recents;
import io.itinera.segmentation.store.StoreNames;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is known of customers, read from the state of this instance and of its siblings. */
@ApplicationScoped
public class Reading {
    private static final List<String> SEARCHED =
            List.of(Identities.USER, Identities.ANONYMOUS, Identities.EMAIL);

    private final Reads reads;
    private final LocalStores stores;
    private final int partitions = TopicSpecs.of(Topics.ACTIVITY).partitions();

    Reading(
            KafkaStreams streams,
            @ConfigProperty(name = "quarkus.kafka-streams.application-server") String self) {
        this.reads = new Reads(streams, HostInfo.buildFromEndpoint(self));
        this.stores = new LocalStores(streams, partitions);
    }

    @PreDestroy
    void close() {
        reads.close();
    }

    /** The answer of the instance that owns a customer. */
    public <T> T ofCustomer(
            String workspace, UUID customer, Class<T> answer, Ask ask, Supplier<T> here) {
        return reads.one(
                StoreNames.CUSTOMERS, Keys.customer(workspace, customer), answer, ask, here);
    }

    /** The answers of every instance. */
    public <T> List<T> ofAll(Class<T> answer, Ask ask, Supplier<T> here) {
        return reads.all(StoreNames.LOOKUPS, answer, ask, here);
    }

    /** Who is found here under an id. */
    public Optional<Resident> find(String workspace, UUID customer) {
        return stores.customers().find(workspace, customer);
    }

    /** The ledger of a customer, which lies here. */
    public List<LedgerLine> ledger(String workspace, UUID customer) {
        return stores.ledgers().of(workspace, customer);
    }

    /** A page of a timeline that lies here, newest first. */
    public List<Entry> timeline(UUID customer, Instant before, int limit) {
        return stores.timelines().page(customer, before, limit);
    }

    /** Everyone here whose user id, anonymous id or email is or was exactly this. */
    public List<UUID> search(String workspace, String identity, int limit) {
        return stores.lookups().stream()
                .flatMap(
                        lookup ->
                                SEARCHED.stream()
                                        .flatMap(
                                                kind ->
                                                        lookup
                                                                .withIdentity(
                                                                        workspace, kind, identity,
                                                                        limit)
                                                                .stream()))
                .distinct()
                .limit(limit)
                .toList();
    }

    /** The customers here who were seen last, newest first. */
    public List<UUID> recent(String workspace) {
        return stores.lookups().stream()
                .flatMap(lookup -> lookup.recent(workspace).stream())
                .sorted(Comparator.comparing(Recents.Seen::at).reversed())
                .limit(Recents.LIMIT)
                .map(Recents.Seen::customer)
                .toList();
    }

    /** The members of a segment here, in the order of their ids as texts. */
    public List<UUID> members(String workspace, String segment, @Nullable UUID after, int limit) {
        return stores.lookups().stream()
                .flatMap(lookup -> members(lookup, workspace, segment, after, limit))
                .sorted(Comparator.comparing(UUID::toString))
                .limit(limit)
                .toList();
    }

    private static Stream<UUID> members(
            LookupView lookup, String workspace, String segment, @Nullable UUID after, int limit) {
        return lookup.members(workspace, segment, after, limit).stream();
    }

    /** How many customers here are in a segment. */
    public long memberCount(String workspace, String segment) {
        return stores.lookups().stream()
                .mapToLong(lookup -> lookup.memberCount(workspace, segment))
                .sum();
    }

    /** How many partitions have computed a version of a segment. */
    public int partitionsReady(String workspace, String segment, int version) {
        return stores.definitions().readyPartitions(workspace, segment, version, partitions);
    }

    /** How many partitions there are. */
    public int partitions() {
        return partitions;
    }
}
