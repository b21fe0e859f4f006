package io.itinera.segmentation.store;

import io.itinera.contracts.outcomes.Outcome;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of a timeline as bytes: the whole of what happened. */
final class EntryPacking {
    private static final int VERSION = 1;

    private EntryPacking() {}

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
