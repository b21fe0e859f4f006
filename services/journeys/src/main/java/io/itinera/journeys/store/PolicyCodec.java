package io.itinera.journeys.store;

import io.itinera.journeys.domain.PastRun;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The record that finds everything else of a customer. Tags are forever; the next free one is 4.
 */
final class PolicyCodec {
    private static final int VERSION = 1;
    private static final UUID NONE = new UUID(0, 0);

    private PolicyCodec() {}

    /**
     * What stands under a customer's key.
     *
     * @param enrollments the ids of their runs, in order
     * @param past what their entry policies must remember
     * @param timer the milliseconds under which their timer stands; absent without one
     * @param unknown the fields of a later release
     */
    record Index(
            List<UUID> enrollments, List<PastRun> past, @Nullable Instant timer, Bytes unknown) {}

    static byte[] write(Index index) {
        Packer out = new Packer(VERSION);
        index.enrollments().forEach(id -> out.uuid(1, id));
        return out.messages(2, index.past(), PolicyCodec::past)
                .instant(3, index.timer())
                .unknown(index.unknown().get())
                .toBytes();
    }

    static Index read(byte[] bytes) {
        Unpacker in = Unpacker.of(bytes);
        List<UUID> enrollments = new ArrayList<>();
        List<PastRun> past = new ArrayList<>();
        @Nullable Instant timer = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> enrollments.add(in.uuid());
                case 2 -> past.add(in.message(PolicyCodec::past));
                case 3 -> timer = in.instant();
                default -> in.keep();
            }
        }
        return new Index(enrollments, past, timer, Bytes.wrap(in.unknown()));
    }

    static void past(Packer out, PastRun past) {
        out.uuid(1, past.journey()).value(2, past.key()).instant(3, past.until());
    }

    static PastRun past(Unpacker in) {
        UUID journey = NONE;
        @Nullable String key = null;
        @Nullable Instant until = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> journey = in.uuid();
                case 2 -> key = (String) in.value();
                case 3 -> until = in.instant();
                default -> in.keep();
            }
        }
        return new PastRun(journey, key, until);
    }
}
