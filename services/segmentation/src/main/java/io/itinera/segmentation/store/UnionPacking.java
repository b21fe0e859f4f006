package io.itinera.segmentation.store;

import io.itinera.contracts.activity.Merge;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Parting;
import io.itinera.segmentation.domain.people.Side;
import io.itinera.segmentation.domain.people.Union;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Merges that can be undone, and those that are being undone, as bytes. */
final class UnionPacking {
    private static final int VERSION = 1;

    private UnionPacking() {}

    static byte[] pack(Union union) {
        return new Packer(VERSION)
                .uuid(1, union.merge().from())
                .uuid(2, union.merge().into())
                .instant(3, union.at())
                .message(4, union.grounds(), LedgerPacking::writeGrounds)
                .message(5, union.other(), CustomerPacking::write)
                .toBytes();
    }

    static Union union(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        @Nullable UUID from = null;
        @Nullable UUID into = null;
        Instant at = Instant.EPOCH;
        Grounds grounds = Grounds.UNNOTED;
        @Nullable Resident other = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> from = in.uuid();
                case 2 -> into = in.uuid();
                case 3 -> at = in.instant();
                case 4 -> grounds = in.message(LedgerPacking::readGrounds);
                case 5 -> other = in.message(CustomerPacking::read);
                default -> in.keep();
            }
        }
        return new Union(merge(from, into), at, grounds, customer(other));
    }

    static byte[] pack(PartingStore.Underway underway) {
        Parting parting = underway.parting();
        return new Packer(VERSION)
                .message(1, parting.side(), UnionPacking::writeSide)
                .message(2, parting.rest(), CustomerPacking::write)
                .number(3, parting.late())
                .number(4, parting.since())
                .instant(5, parting.at())
                .message(6, parting.grounds(), LedgerPacking::writeGrounds)
                .text(7, parting.trace())
                .bytes(8, underway.next().get())
                .toBytes();
    }

    static PartingStore.Underway underway(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        @Nullable Side side = null;
        @Nullable Resident rest = null;
        long late = 0;
        long since = 0;
        Instant at = Instant.EPOCH;
        Grounds grounds = Grounds.UNNOTED;
        @Nullable String trace = null;
        byte[] next = {};
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> side = in.message(UnionPacking::readSide);
                case 2 -> rest = in.message(CustomerPacking::read);
                case 3 -> late = in.number();
                case 4 -> since = in.number();
                case 5 -> at = in.instant();
                case 6 -> grounds = in.message(LedgerPacking::readGrounds);
                case 7 -> trace = in.text();
                case 8 -> next = in.bytes();
                default -> in.keep();
            }
        }
        Parting parting =
                new Parting(
                        Objects.requireNonNull(side),
                        customer(rest),
                        late,
                        since,
                        at,
                        grounds,
                        trace);
        return new PartingStore.Underway(parting, Bytes.wrap(next));
    }

    static void writeSide(Packer out, Side side) {
        Named linked = side.linked();
        out.uuid(1, side.merge().from()).uuid(2, side.merge().into());
        side.origins().forEach(origin -> out.uuid(3, origin));
        if (linked != null) {
            out.text(4, linked.kind()).text(5, linked.value());
        }
        out.instant(6, side.from());
        if (!side.until().equals(Instant.MAX)) {
            out.instant(7, side.until());
        }
    }

    static Side readSide(Unpacker in) {
        @Nullable UUID from = null;
        @Nullable UUID into = null;
        Set<UUID> origins = new HashSet<>();
        @Nullable String kind = null;
        String value = "";
        Instant since = Instant.EPOCH;
        Instant until = Instant.MAX;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> from = in.uuid();
                case 2 -> into = in.uuid();
                case 3 -> origins.add(in.uuid());
                case 4 -> kind = in.text();
                case 5 -> value = in.text();
                case 6 -> since = in.instant();
                case 7 -> until = in.instant();
                default -> in.keep();
            }
        }
        Named linked = kind == null ? null : new Named(kind, value);
        return new Side(merge(from, into), origins, linked, since, until);
    }

    private static Merge merge(@Nullable UUID from, @Nullable UUID into) {
        return new Merge(Objects.requireNonNull(from), Objects.requireNonNull(into));
    }

    private static Customer customer(@Nullable Resident resident) {
        if (resident instanceof Customer known) {
            return known;
        }
        throw new Unreadable("not_the_record", "a merge lacks a customer");
    }
}
