package io.itinera.segmentation.store;

import io.itinera.contracts.Cause;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outcomes as fields. */
final class OutcomePacking {
    private OutcomePacking() {}

    static void write(Packer out, Outcome outcome) {
        out.text(1, outcome.id())
                .text(2, outcome.workspace())
                .uuid(3, outcome.customer())
                .text(4, outcome.name().name())
                .value(5, outcome.properties().isEmpty() ? null : outcome.properties())
                .instant(6, outcome.occurredAt())
                .message(7, outcome.cause(), OutcomePacking::write)
                .number(8, outcome.hops())
                .value(9, outcome.more().isEmpty() ? null : outcome.more());
    }

    private static void write(Packer out, Cause cause) {
        out.uuid(1, cause.journey())
                .number(2, cause.version())
                .uuid(3, cause.enrollment())
                .text(4, cause.node())
                .uuid(5, cause.send())
                .number(6, cause.visit());
    }

    static Outcome read(Unpacker in) {
        String id = "";
        String workspace = "";
        UUID customer = null;
        OutcomeName name = null;
        Map<String, Object> properties = Map.of();
        Instant occurredAt = Instant.EPOCH;
        @Nullable Cause cause = null;
        int hops = 0;
        Map<String, Object> more = Map.of();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> id = in.text();
                case 2 -> workspace = in.text();
                case 3 -> customer = in.uuid();
                case 4 -> name = OutcomeName.valueOf(in.text());
                case 5 -> properties = in.object();
                case 6 -> occurredAt = in.instant();
                case 7 -> cause = in.message(OutcomePacking::cause);
                case 8 -> hops = Math.toIntExact(in.number());
                case 9 -> more = in.object();
                default -> in.keep();
            }
        }
        return new Outcome(
                id,
                workspace,
                Objects.requireNonNull(customer),
                Objects.requireNonNull(name),
                properties,
                occurredAt,
                cause,
                hops,
                more);
    }

    private static Cause cause(Unpacker in) {
        UUID journey = null;
        int version = 0;
        UUID enrollment = null;
        String node = "";
        @Nullable UUID send = null;
        int visit = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> journey = in.uuid();
                case 2 -> version = Math.toIntExact(in.number());
                case 3 -> enrollment = in.uuid();
                case 4 -> node = in.text();
                case 5 -> send = in.uuid();
                case 6 -> visit = Math.toIntExact(in.number());
                default -> in.keep();
            }
        }
        return new Cause(
                Objects.requireNonNull(journey),
                version,
                Objects.requireNonNull(enrollment),
                node,
                visit,
                send);
    }
}
