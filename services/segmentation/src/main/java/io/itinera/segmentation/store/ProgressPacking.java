package io.itinera.segmentation.store;

import io.itinera.contracts.outcomes.WayOut;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.Progress;
import io.itinera.segmentation.domain.customer.Run;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a customer stands with journeys, as fields of theirs. */
final class ProgressPacking {
    private ProgressPacking() {}

    static void pack(Packer out, Map.Entry<UUID, Progress> each) {
        Progress progress = each.getValue();
        out.uuid(1, each.getKey())
                .messages(2, progress.runs().entrySet(), ProgressPacking::packRun)
                .number(3, progress.earlier())
                .instant(4, progress.upTo());
    }

    static boolean unpack(Unpacker in, Map<UUID, Progress> all) {
        @Nullable UUID journey = null;
        SortedMap<UUID, Run> runs = new TreeMap<>();
        long earlier = 0;
        Instant upTo = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> journey = in.uuid();
                case 2 -> in.message(fields -> unpackRun(fields, runs));
                case 3 -> earlier = in.number();
                case 4 -> upTo = in.instant();
                default -> in.keep();
            }
        }
        all.put(Objects.requireNonNull(journey), new Progress(runs, earlier, upTo));
        return true;
    }

    private static void packRun(Packer out, Map.Entry<UUID, Run> each) {
        Run run = each.getValue();
        WayOut way = run.way();
        out.uuid(1, each.getKey())
                .number(2, run.version())
                .instant(3, run.entered())
                .instant(4, run.left())
                .text(5, way == null ? null : way.name())
                .text(6, run.reason());
    }

    private static boolean unpackRun(Unpacker in, Map<UUID, Run> runs) {
        @Nullable UUID enrollment = null;
        int version = 0;
        Instant entered = Instant.EPOCH;
        @Nullable Instant left = null;
        @Nullable WayOut way = null;
        @Nullable String reason = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> enrollment = in.uuid();
                case 2 -> version = Math.toIntExact(in.number());
                case 3 -> entered = in.instant();
                case 4 -> left = in.instant();
                case 5 -> way = WayOut.valueOf(in.text());
                case 6 -> reason = in.text();
                default -> in.keep();
            }
        }
        runs.put(Objects.requireNonNull(enrollment), new Run(version, entered, left, way, reason));
        return true;
    }
}
