package io.itinera.kit.streams;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Siblings.Silent;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers reads from the stores of all instances: what this one owns from here, the rest from the
 * sibling that owns it. While an owner is gone its standby copy answers, and {@link Ask#staleness}
 * hears how far behind it is. All of this blocks, so call it from a worker thread.
 */
public final class Reads implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reads.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final ScopedValue<Set<Integer>> PARTITIONS = ScopedValue.newInstance();

    private final KafkaStreams streams;
    private final Copies copies;
    private final HostInfo self;
    private final Siblings siblings = new Siblings();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * The reads of this instance.
     *
     * @param self what {@code application.server} says of it
     */
    public Reads(KafkaStreams streams, HostInfo self) {
        this.streams = streams;
        this.copies = new Copies(streams);
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
        requireRunning();
        KeyQueryMetadata owner = ofMovingStores(() -> copies.owner(store, key));
        if (ask.passed() || owner.activeHost().equals(self)) {
            return ofCopy(store, owner, ask, here);
        }
        for (HostInfo copy : Copies.of(owner)) {
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

    /** The partition of a store in which a key lies. */
    public int partition(String store, String key) {
        requireRunning();
        return ofMovingStores(() -> copies.owner(store, key)).partition();
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
        Map<Integer, KeyQueryMetadata> left = ofMovingStores(() -> copies.owners(store));
        if (ask.passed()) {
            left.values().removeIf(owner -> !isMine(owner, ask));
            if (!left.keySet().containsAll(ask.partitions())) {
                throw moving();
            }
            return List.of(answer(store, left, ask, here));
        }
        List<T> answers = new ArrayList<>();
        try {
            int rank = 0;
            while (!left.isEmpty()) {
                Map<HostInfo, Set<Integer>> parts = Copies.byTurn(left.values(), rank++);
                if (parts.isEmpty()) {
                    throw moving();
                }
                answers.addAll(round(store, left, parts, ask, here, asking));
            }
            return answers;
        } catch (RuntimeException e) {
            answers.forEach(Reads::letGo);
            throw e;
        }
    }

    /** Asks some copies, all at once, and takes out of what is left what they answer for. */
    private <T> List<T> round(
            String store,
            Map<Integer, KeyQueryMetadata> left,
            Map<HostInfo, Set<Integer>> parts,
            Ask ask,
            Supplier<T> here,
            Asking<T> asking) {
        Map<HostInfo, Future<T>> elsewhere = new HashMap<>();
        parts.forEach(
                (copy, part) -> {
                    if (!copy.equals(self)) {
                        elsewhere.put(copy, threads.submit(() -> asking.of(copy, part)));
                    }
                });
        List<T> answers = new ArrayList<>();
        parts.forEach(
                (copy, part) -> {
                    Map<Integer, KeyQueryMetadata> asked = new HashMap<>(left);
                    asked.keySet().retainAll(part);
                    try {
                        answers.add(
                                copy.equals(self)
                                        ? answer(store, asked, ask, here)
                                        : awaited(elsewhere.get(copy)));
                        left.keySet().removeAll(part);
                    } catch (Silent next) {
                        LOG.debugf(next, "A sibling does not answer, a standby is asked");
                    }
                });
        return answers;
    }

    private static <T> T awaited(@Nullable Future<T> answer) throws Silent {
        try {
            return Objects.requireNonNull(answer).get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Silent silent -> throw silent;
                case RuntimeException refused -> throw refused;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw moving();
        }
    }

    /** What was begun and will not be finished keeps its sender waiting until it is closed. */
    private static void letGo(Object begun) {
        if (begun instanceof Closeable open) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debugf(e, "What was begun could not be closed");
            }
        }
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

    @Override
    public void close() {
        threads.close();
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
