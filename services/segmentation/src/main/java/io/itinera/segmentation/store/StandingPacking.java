package io.itinera.segmentation.store;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.kit.codec.Parts;
import io.itinera.kit.codec.PartsReader;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.GrowingStandings;
import io.itinera.segmentation.domain.customer.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where customers stand with segments, all in one field: most of what a customer is, and so small.
 * Each begins with an octet that says the form of the segment's name, whether they are in it,
 * whether time may change that, and the cause.
 */
final class StandingPacking {
    private static final int MEMBER = 1 << 2;
    private static final int CHANGES = 1 << 3;
    private static final int CAUSE_BITS = 4;
    private static final List<ActivityCause> CAUSES = List.of(ActivityCause.values());

    private StandingPacking() {}

    /**
     * Writes all of them; moments as how far they are from the first one's, which are few bytes.
     */
    static void write(Parts out, Map<String, Standing> standings) {
        long base = standings.values().iterator().next().since().toEpochMilli();
        out.number(base);
        for (Map.Entry<String, Standing> entry : standings.entrySet()) {
            write(out, SegmentName.of(entry.getKey()), entry.getValue(), base);
        }
    }

    private static void write(Parts out, SegmentName segment, Standing standing, long base) {
        Instant changesAt = standing.changesAt();
        long since = standing.since().toEpochMilli();
        out.octet(
                segment.form()
                        | (standing.member() ? MEMBER : 0)
                        | (changesAt == null ? 0 : CHANGES)
                        | number(standing.cause()) << CAUSE_BITS);
        segment.write(out);
        out.number(standing.version()).number(since - base);
        if (changesAt != null) {
            out.number(changesAt.toEpochMilli() - since);
        }
    }

    /** Reads all of them. */
    static void read(PartsReader in, GrowingStandings standings) {
        long base = in.number();
        while (in.hasNext()) {
            int head = in.octet();
            String segment = SegmentName.read(head & SegmentName.FORM, in);
            int version = Math.toIntExact(in.number());
            long since = base + in.number();
            boolean changes = (head & CHANGES) != 0;
            standings.add(
                    segment,
                    new Standing(
                            version,
                            (head & MEMBER) != 0,
                            Instant.ofEpochMilli(since),
                            cause(head >>> CAUSE_BITS),
                            changes ? Instant.ofEpochMilli(since + in.number()) : null));
        }
    }

    /** Writes names of segments, each behind the form in which it stands. */
    static void writeNames(Parts out, Collection<String> segments) {
        for (String segment : segments) {
            SegmentName name = SegmentName.of(segment);
            out.octet(name.form());
            name.write(out);
        }
    }

    /** Reads names of segments. */
    static void readNames(PartsReader in, Collection<String> segments) {
        while (in.hasNext()) {
            segments.add(SegmentName.read(in.octet(), in));
        }
    }

    /**
     * Reads one as earlier releases wrote it, each in a field of its own; the first of them wrote
     * every segment and every cause as a text.
     */
    static boolean unpack(Unpacker in, GrowingStandings standings) {
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
                case 7 -> segment = SegmentName.id(in.uuid());
                case 8 -> segment = SegmentName.hash(in.uuid());
                case 9 -> cause = cause(in.number());
                default -> in.keep();
            }
        }
        standings.add(segment, new Standing(version, member, since, cause, changesAt));
        return true;
    }

    /** A number's meaning never changes. */
    private static int number(ActivityCause cause) {
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
        for (ActivityCause cause : CAUSES) {
            if (number(cause) == number) {
                return cause;
            }
        }
        throw new Unreadable("corrupt_state", "there is no cause " + number);
    }
}
