package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.events.Event;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.store.ErasedStore;
import io.itinera.segmentation.store.UnionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People with more names, and more who had become them, than are known at once. */
final class ErasedCrowdTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ANN = Partitions.customer("user", "ann-quz");
    private static final UUID FIRST = new UUID(9, 1);
    private static final int NAMES = KnownIdentities.MAX_OF_ONE_KIND + 5;

    private final Partitions partitions = new Partitions();
    private int told;

    private void does(@Nullable String device, @Nullable String user, Map<String, String> names) {
        Instant at = START.plusSeconds(++told);
        Event event = Deeds.did("e" + told, device, user, names, Map.of(), at);
        partitions.collect(Partitions.of(device == null ? String.valueOf(user) : device), event);
    }

    private void arrive() {
        partitions.runInPeace(new Random(told));
    }

    private void eraseAnn() {
        arrive();
        partitions.ask(
                new ErasureRequest(
                        FIRST, "w", ANN, null, null, "mira", START.plusSeconds(++told), Map.of()));
        arrive();
    }

    private static List<String> numbered(String name, int many) {
        return IntStream.range(0, many).mapToObj(i -> name + i + "-quz").toList();
    }

    private static Set<String> hashes(String kind, List<String> names) {
        Set<String> hashes = new TreeSet<>();
        names.forEach(it -> hashes.add(IdentityHash.of("w", new Named(kind, it))));
        return hashes;
    }

    @Test
    void namesThatMadeRoomForNewerOnesAreForgottenAndSuppressed() {
        List<String> linked = numbered("linked", NAMES);
        List<String> merged = numbered("merged", NAMES);
        List<String> lines = numbered("line", NAMES);
        linked.forEach(it -> does(it, "ann-quz", Map.of()));
        merged.forEach(it -> does(it, null, Map.of()));
        merged.forEach(it -> does(it, "ann-quz", Map.of()));
        lines.forEach(it -> does(null, "ann-quz", Map.of("line", it)));
        eraseAnn();
        Set<String> all = new TreeSet<>(hashes("anonymous", linked));
        all.addAll(hashes("anonymous", merged));
        all.addAll(hashes("line", lines));
        all.addAll(hashes("user", List.of("ann-quz")));
        assertEquals(all, partitions.told().suppressed());
        assertEquals(List.of(), leftovers());
    }

    private List<String> leftovers() {
        return partitions.everything().lines().filter(it -> it.contains("quz")).toList();
    }

    @Test
    void moreThanCanBePartedAgainAreErasedAndLetInAgain() {
        List<String> devices = numbered("d", UnionStore.MAX_ORIGINS + 5);
        devices.forEach(it -> does(it, null, Map.of()));
        devices.forEach(it -> does(it, "ann-quz", Map.of()));
        eraseAnn();
        List<UUID> all = devices.stream().map(it -> Partitions.customer("anonymous", it)).toList();
        assertEquals(Set.of(new Resident.Erased(FIRST, ANN)), residents(all));
        assertEquals(
                ErasedStore.MAX_NAMED, partitions.told().receipts().getFirst().customers().size());
        assertEquals(List.of(), leftovers());
        partitions.lift(FIRST, ANN, START.plusSeconds(told + 100));
        arrive();
        assertEquals(Set.of(), partitions.told().suppressed());
        assertEquals(0, all.stream().filter(it -> !isUnknown(it)).count());
    }

    private Set<Resident> residents(List<UUID> all) {
        return Set.copyOf(all.stream().map(partitions.everybody()::resident).distinct().toList());
    }

    private boolean isUnknown(UUID customer) {
        return partitions.everybody().resident(customer).equals(Customer.unknown("w", customer));
    }
}
