package io.itinera.kit.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.kit.streams.KeyedStore.Go;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeyedStoreTest {
    private KeyedStore store;

    @BeforeEach
    void fill() {
        KeyValueStore<Bytes, byte[]> bytes =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("timeline"),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        bytes.init(context.getStateStoreContext(), bytes);
        store = new KeyedStore(bytes);
        for (String customer : List.of("a", "aa", "b")) {
            for (long day = -1; day <= 2; day++) {
                put(key(customer).number(day), customer + day);
            }
        }
        put(StoreKey.of('z').text("aa"), "another kind");
    }

    @Test
    void scanShowsOnePrefixInOrder() {
        assertEquals(List.of("a-1", "a0", "a1", "a2"), scanned(key("a"), key("a")));
    }

    @Test
    void scanFromBeginsThere() {
        assertEquals(List.of("a1", "a2"), scanned(key("a"), key("a").number(1)));
    }

    @Test
    void whatIsBeforeAMomentIsShownUpToSoMany() {
        List<Instant> moments =
                List.of(Instant.EPOCH, Instant.ofEpochSecond(1), Instant.ofEpochSecond(2));
        moments.forEach(at -> put(StoreKey.of('e').instant(at).text("w"), "due"));
        assertEquals(moments.subList(0, 2), before(moments.get(2), 3));
        assertEquals(moments.subList(0, 2), before(moments.get(2), 2));
        assertEquals(moments.subList(0, 1), before(moments.get(2), 1));
        assertEquals(List.of(), before(Instant.EPOCH, 3));
    }

    private List<Instant> before(Instant end, int most) {
        return store.before(StoreKey.of('e'), end, most).stream()
                .map(StoreKeyReader::instant)
                .toList();
    }

    @Test
    void scanBackShowsTheLastFirst() {
        List<String> seen = new ArrayList<>();
        store.scanBack(key("aa"), (key, value) -> add(seen, value, 9));
        assertEquals(List.of("aa2", "aa1", "aa0", "aa-1"), seen);
    }

    @Test
    void scanBackFromBeginsThere() {
        List<String> seen = new ArrayList<>();
        store.scanBackFrom(key("b"), key("b").number(0), (key, value) -> add(seen, value, 9));
        assertEquals(List.of("b0", "b-1"), seen);
    }

    @Test
    void scanEndsWhenTheVisitorHasEnough() {
        List<String> seen = new ArrayList<>();
        store.scan(key("a"), (key, value) -> add(seen, value, 2));
        assertEquals(List.of("a-1", "a0"), seen);
    }

    @Test
    void deletedKeyIsGone() {
        store.delete(key("a").number(0));
        assertEquals(List.of("a-1", "a1", "a2"), scanned(key("a"), key("a")));
    }

    private List<String> scanned(StoreKey prefix, StoreKey from) {
        List<String> seen = new ArrayList<>();
        store.scanFrom(prefix, from, (key, value) -> add(seen, value, 9));
        return seen;
    }

    private static Go add(List<String> seen, byte[] value, int enough) {
        seen.add(new String(value, StandardCharsets.UTF_8));
        return seen.size() == enough ? Go.STOP : Go.ON;
    }

    private static StoreKey key(String customer) {
        return StoreKey.of('t').text(customer);
    }

    private void put(StoreKey key, String value) {
        store.put(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
