package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.people.Hold;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Waiting;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds and the records that wait behind them, as bytes. */
final class HoldPacking {
    private static final int VERSION = 1;

    private HoldPacking() {}

    static byte[] pack(Hold hold) {
        Packer out = new Packer(VERSION);
        hold.awaited().forEach(merging -> out.uuid(1, merging));
        return out.number(2, hold.records()).instant(3, hold.from()).toBytes();
    }

    static Hold hold(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        Set<UUID> awaited = new HashSet<>();
        int records = 0;
        Instant from = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> awaited.add(in.uuid());
                case 2 -> records = Math.toIntExact(in.number());
                case 3 -> from = in.instant();
                default -> in.keep();
            }
        }
        return new Hold(awaited, records, from);
    }

    static byte[] pack(Waiting waiting) {
        return new Packer(VERSION)
                .bytes(1, PeoplePacking.pack(waiting.record()))
                .text(2, waiting.trace())
                .toBytes();
    }

    static Waiting waiting(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        @Nullable PeopleRecord record = null;
        @Nullable String trace = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> record = PeoplePacking.record(in.bytes());
                case 2 -> trace = in.text();
                default -> in.keep();
            }
        }
        if (record instanceof PeopleRecord.InTurn inTurn) {
            return new Waiting(inTurn, trace);
        }
        throw new Unreadable("not_the_record", "what waits is no record that has a turn");
    }
}
