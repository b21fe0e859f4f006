package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.lag.Pace;
import java.time.Duration;
import java.time.Instant;

/** Paces as fields. */
final class PacePacking {
    private static final int VERSION = 1;
    private static final int FOLLOWING = 1;
    private static final int DECLARED = 2;
    private static final int SILENT = 3;

    private PacePacking() {}

    static byte[] pack(Pace pace) {
        Packer out = new Packer(VERSION);
        write(out, pace);
        return out.toBytes();
    }

    static Pace pace(byte[] packed) {
        return read(Unpacker.of(packed));
    }

    static void write(Packer out, Pace pace) {
        switch (pace) {
            case Pace.Following(Instant floor, Duration behind) ->
                    out.number(1, FOLLOWING).instant(2, floor).number(3, behind.toMillis());
            case Pace.Declared(Instant floor, Instant upTo, Instant since) ->
                    out.number(1, DECLARED).instant(2, floor).instant(4, upTo).instant(5, since);
            case Pace.Silent(Instant floor) -> out.number(1, SILENT).instant(2, floor);
        }
    }

    static Pace read(Unpacker in) {
        int kind = 0;
        Instant floor = Instant.EPOCH;
        Duration behind = Duration.ZERO;
        Instant upTo = Instant.EPOCH;
        Instant since = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> kind = Math.toIntExact(in.number());
                case 2 -> floor = in.instant();
                case 3 -> behind = Duration.ofMillis(in.number());
                case 4 -> upTo = in.instant();
                case 5 -> since = in.instant();
                default -> in.keep();
            }
        }
        return switch (kind) {
            case FOLLOWING -> new Pace.Following(floor, behind);
            case DECLARED -> new Pace.Declared(floor, upTo, since);
            case SILENT -> new Pace.Silent(floor);
            default -> throw new Unreadable("corrupt_state", "no pace has kind " + kind);
        };
    }
}
