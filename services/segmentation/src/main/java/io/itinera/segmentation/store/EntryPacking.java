package io.itinera.segmentation.store;

import io.itinera.contracts.outcomes.Outcome;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of a timeline as bytes: the whole of what happened. */
final class EntryPacking {
    private static final int VERSION = 1;

    /** More than this stands in the line alone, so that an index stays small beside it. */
    static final int MOST_IN_INDEX = 1 << 10;

    private static final byte[] IN_LINE_ALONE = {};

    private EntryPacking() {}

    /** What the index tells of a line, so that conditions need not read it. */
    static byte[] index(Happening happening) {
        byte[] packed = new Packer(VERSION).value(1, happening.properties()).toBytes();
        return packed.length > MOST_IN_INDEX ? IN_LINE_ALONE : packed;
    }

    /** What conditions ask of a line; empty where it stands in the line alone. */
    static Optional<Map<String, Object>> properties(byte[] index) {
        if (index.length == 0) {
            return Optional.empty();
        }
        Map<String, Object> properties = Map.of();
        Unpacker in = Unpacker.of(index);
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> properties = in.object();
                default -> in.keep();
            }
        }
        return Optional.of(Collections.unmodifiableMap(properties));
    }

    static byte[] pack(Entry entry) {
        Packer out = new Packer(VERSION);
        write(out, entry);
        return out.toBytes();
    }

    static Entry entry(byte[] packed) {
        return read(Unpacker.of(packed));
    }

    static void write(Packer out, Entry entry) {
        out.uuid(1, entry.origin());
        switch (entry.happening()) {
            case Happening.Did did -> out.message(2, did.event(), EventPacking::write);
            case Happening.Underwent it -> out.message(3, it.outcome(), OutcomePacking::write);
            case Happening.Followed it -> out.message(14, it, FollowedPacking::write);
        }
    }

    static Entry read(Unpacker in) {
        UUID origin = null;
        @Nullable Happening happening = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> origin = in.uuid();
                case 2 -> happening = new Happening.Did(in.message(EventPacking::read));
                case 3 -> {
                    Outcome outcome = in.message(OutcomePacking::read);
                    happening = new Happening.Underwent(outcome);
                }
                case 14 -> happening = in.message(FollowedPacking::read);
                default -> in.keep();
            }
        }
        return new Entry(Objects.requireNonNull(origin), Objects.requireNonNull(happening));
    }
}
