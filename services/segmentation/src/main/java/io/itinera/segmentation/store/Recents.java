package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The customers of one workspace who were seen last, as far as one partition knows. */
public final class Recents {
    /** How many are kept. */
    public static final int LIMIT = 50;

    private static final int VERSION = 1;

    private final Map<UUID, Instant> seen = new LinkedHashMap<>();

    /**
     * A customer and when they were seen last.
     *
     * @param customer who
     * @param at when we were told
     */
    public record Seen(UUID customer, Instant at) {}

    Recents(List<Seen> newestFirst) {
        newestFirst.reversed().forEach(each -> seen.put(each.customer(), each.at()));
    }

    void add(UUID customer, Instant at) {
        seen.remove(customer);
        seen.put(customer, at);
        if (seen.size() > LIMIT) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    void remove(UUID customer) {
        seen.remove(customer);
    }

    byte[] pack() {
        List<Seen> newestFirst = new ArrayList<>();
        seen.forEach((customer, at) -> newestFirst.add(new Seen(customer, at)));
        newestFirst.sort(Comparator.comparing(Seen::at).reversed());
        return new Packer(VERSION)
                .messages(
                        1,
                        newestFirst,
                        (out, each) -> out.uuid(1, each.customer()).instant(2, each.at()))
                .toBytes();
    }

    static List<Seen> unpack(byte[] packed) {
        List<Seen> newestFirst = new ArrayList<>();
        Unpacker in = Unpacker.of(packed);
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> newestFirst.add(in.message(Recents::seen));
                default -> in.keep();
            }
        }
        return newestFirst;
    }

    private static Seen seen(Unpacker in) {
        UUID customer = null;
        Instant at = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> customer = in.uuid();
                case 2 -> at = in.instant();
                default -> in.keep();
            }
        }
        return new Seen(Objects.requireNonNull(customer), at);
    }
}
