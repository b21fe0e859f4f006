package io.itinera.kit.streams;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Siblings.Silent;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jboss.logging.Logger;

/**
 * Answers reads from the stores of all instances: what this one owns from here, the rest from the
 * sibling that owns it. While an owner is gone its standby copy answers, and {@link Ask#staleness}
 * hears how far behind it is. All of this blocks, so call it from a worker thread.
 */
public final class Reads implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reads.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String NOBODY = "unavailable";
    private static final ScopedValue<Set<Integer>> PARTITIONS = ScopedValue.newInstance();

    private final KafkaStreams streams;
    private final HostInfo self;
    private final Siblings siblings = new Siblings();

    /**
     * The reads of this instance.
     *
     * @param self what {@code application.server} says of it
     */
    public Reads(KafkaStreams streams, HostInfo self) {
        this.streams = streams;
        this.self = self;
    }

    /**
     * The partitions that are being answered for, while this instance answers for its part of a
     * list; a standby copy of one serves as well as the original.
     */
    public static Set<Integer> partitions() {
        return PARTITIONS.orElse(Set.of());
    }

    /**
     * The answer of the instance that owns the key, else that of one that has a standby copy.
     *
     * @param store a store of the topology
     * @param key the key by which the store's input is partitioned
     * @param here answers from this instance's copy, be it the original or a standby
     * @throws Problem what the sibling answered; {@link ProblemCode#UNAVAILABLE} while nobody has
     *     it
     */
    public <T> T one(String store, String key, Class<T> answer, Ask ask, Supplier<T> here) {
        KeyQueryMetadata owner = owner(store, key);
        if (ask.passed() || owner.activeHost().equals(self)) {
            return ofCopy(store, owner, ask, here);
        }
        for (HostInfo copy : copies(owner)) {
            try {
                return copy.equals(self)
                        ? ofCopy(store, owner, ask, here)
                        : siblings.ask(copy, ask, Set.of(), answer);
            } catch (Silent next) {
                LOG.debugf(next, "A sibling does not answer, a standby is asked");
            }
        }
        throw moving();
    }

    private KeyQueryMetadata owner(String store, String key) {
        requireRunning();
        return ofMovingStores(
                () -> streams.queryMetadataForKey(store, key, new StringSerializer()));
    }

    /** The partition of a store in which a key lies. */
    public int partition(String store, String key) {
        return owner(store, key).partition();
    }

    /** What this instance has, with a note when it is not the original. */
    private <T> T ofCopy(String store, KeyQueryMetadata owner, Ask ask, Supplier<T> here) {
        T answer = ofMovingStores(here);
        noteStaleness(store, List.of(owner), ask);
        return answer;
    }

    private void noteStaleness(String store, Collection<KeyQueryMetadata> answered, Ask ask) {
        Set<Integer> copies =
                answered.stream()
                        .filter(owner -> !owner.activeHost().equals(self))
                        .map(KeyQueryMetadata::partition)
                        .collect(Collectors.toSet());
        if (copies.isEmpty()) {
            return;
        }
        Map<Integer, LagInfo> lags =
                streams.allLocalStorePartitionLags().getOrDefault(store, Map.of());
        ask.staleness()
                .behind(
                        lags.entrySet().stream()
                                .filter(lag -> copies.contains(lag.getKey()))
                                .mapToLong(lag -> lag.getValue().offsetLag())
                                .sum());
    }

    /**
     * Answers which together are for every partition of the store, each from one instance. The part
     * of one that does not answer comes from standby copies.
     *
     * @param here answers for {@link #partitions}
     */
    public <T> List<T> all(String store, Class<T> answer, Ask ask, Supplier<T> here) {
        return each(store, ask, here, (sibling, part) -> siblings.ask(sibling, ask, part, answer));
    }

    /**
     * The same while the answers come.
     *
     * @param here begins this instance's answer for {@link #partitions}, which it has to remember
     * @param elsewhere an answer of the bytes of another instance, which it has to close
     */
    public <T> List<T> open(
            String store, Ask ask, Supplier<T> here, Function<InputStream, T> elsewhere) {
        return each(
                store,
                ask,
                here,
                (sibling, part) -> elsewhere.apply(siblings.open(sibling, ask, part)));
    }

    private interface Asking<T> {
        T of(HostInfo sibling, Set<Integer> partitions) throws Silent;
    }

    private <T> List<T> each(String store, Ask ask, Supplier<T> here, Asking<T> asking) {
        requireRunning();
        Map<Integer, KeyQueryMetadata> left = owners(store);
        if (ask.passed()) {
            left.values().removeIf(owner -> !isMine(owner, ask));
            if (!left.keySet().containsAll(ask.partitions())) {
                throw moving();
            }
            return List.of(answer(store, left, ask, here));
        }
        List<T> answers = new ArrayList<>();
        int rank = 0;
        while (!left.isEmpty()) {
            Map<HostInfo, Set<Integer>> parts = copies(left.values(), rank++);
            if (parts.isEmpty()) {
                throw moving();
            }
            parts.forEach(
                    (copy, part) -> {
                        Map<Integer, KeyQueryMetadata> asked = new HashMap<>(left);
                        asked.keySet().retainAll(part);
                        try {
                            answers.add(
                                    copy.equals(self)
                                            ? answer(store, asked, ask, here)
                                            : asking.of(copy, part));
                            left.keySet().removeAll(part);
                        } catch (Silent next) {
                            LOG.debugf(next, "A sibling does not answer, a standby is asked");
                        }
                    });
        }
        return answers;
    }

    private boolean isMine(KeyQueryMetadata owner, Ask ask) {
        return ask.partitions().isEmpty()
                ? owner.activeHost().equals(self)
                : ask.partitions().contains(owner.partition());
    }

    private <T> T answer(
            String store, Map<Integer, KeyQueryMetadata> part, Ask ask, Supplier<T> here) {
        T answer =
                ofMovingStores(
                        () ->
                                ScopedValue.where(PARTITIONS, Set.copyOf(part.keySet()))
                                        .call(here::get));
        noteStaleness(store, part.values(), ask);
        return answer;
    }

    /** Who has each partition's copies. */
    private Map<Integer, KeyQueryMetadata> owners(String store) {
        Map<Integer, KeyQueryMetadata> owners = new HashMap<>();
        AtomicInteger partitions = new AtomicInteger(1);
        for (int partition = 0; partition < partitions.get(); partition++) {
            Set<Integer> wanted = Set.of(partition);
            KeyQueryMetadata owner =
                    ofMovingStores(
                            () ->
                                    streams.queryMetadataForKey(
                                            store,
                                            "",
                                            (_, _, _, count) -> {
                                                partitions.set(count);
                                                return Optional.of(wanted);
                                            }));
            owners.put(partition, owner);
        }
        return owners;
    }

    /** Whose turn it is to be asked for what: first owners, then one standby after the other. */
    private static Map<HostInfo, Set<Integer>> copies(
            Collection<KeyQueryMetadata> owners, int rank) {
        Map<HostInfo, Set<Integer>> parts = new LinkedHashMap<>();
        for (KeyQueryMetadata owner : owners) {
            List<HostInfo> copies = copies(owner);
            if (rank < copies.size()) {
                parts.computeIfAbsent(copies.get(rank), _ -> new HashSet<>())
                        .add(owner.partition());
            }
        }
        return parts;
    }

    private static List<HostInfo> copies(KeyQueryMetadata owner) {
        return Stream.concat(Stream.of(owner.activeHost()), owner.standbyHosts().stream())
                .filter(copy -> !copy.host().equals(NOBODY))
                .toList();
    }

    @Override
    public void close() {
        siblings.close();
    }

    private static <T> T ofMovingStores(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidStateStoreException moving) {
            throw moving();
        }
    }

    private void requireRunning() {
        if (!streams.state().isRunningOrRebalancing()) {
            throw moving();
        }
    }

    private static Problem moving() {
        return new Problem(
                ProblemCode.UNAVAILABLE, "The one who knows is starting or moving", RETRY);
    }
}
