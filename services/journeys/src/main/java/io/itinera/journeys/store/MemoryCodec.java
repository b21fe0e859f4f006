package io.itinera.journeys.store;

import io.itinera.journeys.domain.Item;
import io.itinera.journeys.domain.Memory;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a run remembers as bytes; entries of maps in the order of their names. */
final class MemoryCodec {
    private MemoryCodec() {}

    private record Entry<V>(String name, V value) {}

    static void fields(Packer out, Memory memory) {
        out.instant(1, memory.latest());
        entries(
                out,
                2,
                memory.visits(),
                (nested, visit) -> nested.text(1, visit.name()).number(2, visit.value()));
        entries(
                out,
                3,
                memory.collections(),
                (nested, list) ->
                        nested.text(1, list.name()).messages(2, list.value(), MemoryCodec::item));
        entries(out, 4, memory.counts(), MemoryCodec::count);
    }

    private static <V> void entries(
            Packer out, int tag, Map<String, V> map, BiConsumer<Packer, Entry<V>> fields) {
        new TreeMap<>(map)
                .forEach((name, value) -> out.message(tag, new Entry<>(name, value), fields));
    }

    private static void count(Packer out, Entry<List<Instant>> count) {
        out.text(1, count.name());
        count.value().forEach(at -> out.instant(2, at));
    }

    private static void item(Packer out, Item item) {
        out.value(1, item.id()).value(2, item.properties());
    }

    static Memory read(Unpacker in) {
        Instant latest = Instant.EPOCH;
        Map<String, Integer> visits = new HashMap<>();
        Map<String, List<Item>> collections = new HashMap<>();
        Map<String, List<Instant>> counts = new HashMap<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> latest = in.instant();
                case 2 -> put(visits, in.message(MemoryCodec::visit));
                case 3 -> put(collections, in.message(MemoryCodec::collection));
                case 4 -> put(counts, in.message(MemoryCodec::count));
                default -> in.keep();
            }
        }
        return new Memory(latest, visits, collections, counts);
    }

    private static <V> void put(Map<String, V> map, Entry<V> entry) {
        map.put(entry.name(), entry.value());
    }

    private static Entry<Integer> visit(Unpacker in) {
        String name = "";
        int visits = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> visits = (int) in.number();
                default -> in.keep();
            }
        }
        return new Entry<>(name, visits);
    }

    private static Entry<List<Item>> collection(Unpacker in) {
        String name = "";
        List<Item> items = new ArrayList<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> items.add(in.message(MemoryCodec::item));
                default -> in.keep();
            }
        }
        return new Entry<>(name, List.copyOf(items));
    }

    private static Item item(Unpacker in) {
        @Nullable String id = null;
        Map<String, Object> properties = Map.of();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> id = (String) in.value();
                case 2 -> properties = in.object();
                default -> in.keep();
            }
        }
        return new Item(id, properties);
    }

    private static Entry<List<Instant>> count(Unpacker in) {
        String name = "";
        List<Instant> times = new ArrayList<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> times.add(in.instant());
                default -> in.keep();
            }
        }
        return new Entry<>(name, List.copyOf(times));
    }
}
