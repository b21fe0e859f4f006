package io.itinera.segmentation.store;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.Standing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where customers stand with segments, as fields: most of what a customer is, and so small. */
final class StandingPacking {
    private static final SegmentName.Tags SEGMENT = new SegmentName.Tags(1, 7, 8);

    private StandingPacking() {}

    static void pack(Packer out, Map.Entry<String, Standing> entry) {
        Standing standing = entry.getValue();
        SegmentName.write(out, entry.getKey(), SEGMENT);
        out.number(2, standing.version())
                .bool(3, standing.member())
                .instant(4, standing.since())
                .instant(6, standing.changesAt())
                .number(9, number(standing.cause()));
    }

    /** An earlier release wrote every segment and every cause as a text. */
    static boolean unpack(Unpacker in, Map<String, Standing> standings) {
        String segment = "";
        int version = 0;
        boolean member = false;
        Instant since = Instant.EPOCH;
        ActivityCause cause = ActivityCause.event;
        @Nullable Instant changesAt = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> segment = in.text();
                case 2 -> version = Math.toIntExact(in.number());
                case 3 -> member = in.bool();
                case 4 -> since = in.instant();
                case 5 -> cause = ActivityCause.valueOf(in.text());
                case 6 -> changesAt = in.instant();
                case 7 -> segment = in.uuid().toString();
                case 8 -> segment = SegmentName.hash(in.uuid());
                case 9 -> cause = cause(in.number());
                default -> in.keep();
            }
        }
        standings.put(segment, new Standing(version, member, since, cause, changesAt));
        return true;
    }

    /** A number's meaning never changes. */
    private static long number(ActivityCause cause) {
        return switch (cause) {
            case event -> 0;
            case outcome -> 1;
            case time -> 2;
            case backfill -> 3;
            case edit -> 4;
            case merge -> 5;
            case unmerge -> 6;
            case account -> 7;
            case erasure -> 8;
        };
    }

    private static ActivityCause cause(long number) {
        for (ActivityCause cause : ActivityCause.values()) {
            if (number(cause) == number) {
                return cause;
            }
        }
        throw new Unreadable("corrupt_state", "there is no cause " + number);
    }
}
