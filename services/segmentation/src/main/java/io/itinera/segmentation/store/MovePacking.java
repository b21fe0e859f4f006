package io.itinera.segmentation.store;

import io.itinera.contracts.activity.Merge;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.people.Move;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Moves that are underway, as bytes. The next free tag is 9. */
final class MovePacking {
    private static final int VERSION = 1;

    private MovePacking() {}

    static byte[] pack(MoveStore.Underway underway) {
        Move move = underway.move();
        Packer out =
                new Packer(VERSION)
                        .uuid(1, move.merge().from())
                        .uuid(2, move.merge().into())
                        .message(3, move.ended(), CustomerPacking::write)
                        .instant(4, move.at())
                        .text(5, move.trace())
                        .bytes(6, underway.next().get())
                        .message(7, move.grounds(), LedgerPacking::writeGrounds);
        move.origins().forEach(origin -> out.uuid(8, origin));
        return out.toBytes();
    }

    static MoveStore.Underway underway(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        @Nullable UUID from = null;
        @Nullable UUID into = null;
        @Nullable Resident ended = null;
        Instant at = Instant.EPOCH;
        @Nullable String trace = null;
        byte[] next = {};
        Grounds grounds = Grounds.UNNOTED;
        Set<UUID> origins = new HashSet<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> from = in.uuid();
                case 2 -> into = in.uuid();
                case 3 -> ended = in.message(CustomerPacking::read);
                case 4 -> at = in.instant();
                case 5 -> trace = in.text();
                case 6 -> next = in.bytes();
                case 7 -> grounds = in.message(LedgerPacking::readGrounds);
                case 8 -> origins.add(in.uuid());
                default -> in.keep();
            }
        }
        if (ended instanceof Customer customer) {
            Merge merge = new Merge(Objects.requireNonNull(from), Objects.requireNonNull(into));
            return new MoveStore.Underway(
                    new Move(merge, customer, at, grounds, origins, trace), Bytes.wrap(next));
        }
        throw new Unreadable("not_the_record", "a move lacks the customer who ended");
    }
}
