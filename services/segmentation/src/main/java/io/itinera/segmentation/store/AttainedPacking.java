package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Memory;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What attributes say of a customer, as fields of theirs. */
final class AttainedPacking {
    private AttainedPacking() {}

    static void pack(Packer out, Map.Entry<String, Attained> entry) {
        Attained attained = entry.getValue();
        out.text(1, entry.getKey())
                .number(2, attained.version())
                .value(3, attained.values())
                .instant(4, attained.since())
                .instant(5, attained.changesAt());
        switch (attained.memory()) {
            case Memory.Nothing _ -> {}
            case Memory.Stage it -> out.message(6, it, AttainedPacking::stage);
            case Memory.Score it -> out.message(7, it, AttainedPacking::score);
            case Memory.Dates it -> out.message(18, it, AttainedPacking::dates);
            case Memory.Round it -> out.instant(19, it.round());
        }
    }

    static boolean unpack(Unpacker in, Map<String, Attained> all) {
        String key = "";
        int version = 0;
        Map<String, Object> values = Map.of();
        Instant since = Instant.EPOCH;
        @Nullable Instant changesAt = null;
        Memory memory = new Memory.Nothing();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> key = in.text();
                case 2 -> version = Math.toIntExact(in.number());
                case 3 -> values = in.object();
                case 4 -> since = in.instant();
                case 5 -> changesAt = in.instant();
                case 6 -> memory = in.message(AttainedPacking::stage);
                case 7 -> memory = in.message(AttainedPacking::score);
                case 18 -> memory = in.message(AttainedPacking::dates);
                case 19 -> memory = new Memory.Round(in.instant());
                default -> in.keep();
            }
        }
        all.put(key, new Attained(version, values, since, changesAt, memory));
        return true;
    }

    private static void stage(Packer out, Memory.Stage stage) {
        out.text(1, stage.name()).instant(2, stage.since());
    }

    private static Memory stage(Unpacker in) {
        String name = "";
        Instant since = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> since = in.instant();
                default -> in.keep();
            }
        }
        return new Memory.Stage(name, since);
    }

    private static void dates(Packer out, Memory.Dates dates) {
        dates.known().forEach(name -> out.number(1, name));
    }

    private static Memory dates(Unpacker in) {
        SortedSet<Long> known = new TreeSet<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> known.add(in.number());
                default -> in.keep();
            }
        }
        return new Memory.Dates(known);
    }

    private static void score(Packer out, Memory.Score score) {
        out.number(1, score.told()).text(2, score.level()).value(3, score.points());
    }

    private static Memory score(Unpacker in) {
        int told = 0;
        @Nullable String level = null;
        Map<String, Object> points = Map.of();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> told = Math.toIntExact(in.number());
                case 2 -> level = in.text();
                case 3 -> points = in.object();
                default -> in.keep();
            }
        }
        return new Memory.Score(told, level, points);
    }
}
