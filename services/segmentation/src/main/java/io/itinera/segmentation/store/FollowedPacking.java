package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.Happening;
import java.time.Instant;
import java.util.Map;

/** What followed from something, as fields. */
final class FollowedPacking {
    private FollowedPacking() {}

    static void write(Packer out, Happening.Followed it) {
        out.text(1, it.id())
                .text(2, it.workspace())
                .text(3, it.name())
                .value(4, it.properties().isEmpty() ? null : it.properties())
                .instant(5, it.occurredAt())
                .text(6, it.follows());
    }

    static Happening.Followed read(Unpacker in) {
        String id = "";
        String workspace = "";
        String name = "";
        Map<String, Object> properties = Map.of();
        Instant at = Instant.EPOCH;
        String follows = "";
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> id = in.text();
                case 2 -> workspace = in.text();
                case 3 -> name = in.text();
                case 4 -> properties = in.object();
                case 5 -> at = in.instant();
                case 6 -> follows = in.text();
                default -> in.keep();
            }
        }
        return new Happening.Followed(id, workspace, name, properties, at, follows);
    }
}
