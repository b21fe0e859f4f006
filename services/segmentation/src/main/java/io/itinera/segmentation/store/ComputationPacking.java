package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.domain.rules.SegmentKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far computations are, as bytes. */
final class ComputationPacking {
    private static final int VERSION = 1;

    private ComputationPacking() {}

    static byte[] pack(Computation computation) {
        return new Packer(VERSION)
                .text(1, computation.key().workspace())
                .text(2, computation.key().segment())
                .number(3, computation.version())
                .uuid(4, computation.cursor())
                .bool(5, computation.done())
                .toBytes();
    }

    static Computation computation(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String workspace = "";
        String segment = "";
        int version = 0;
        @Nullable UUID cursor = null;
        boolean done = false;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> segment = in.text();
                case 3 -> version = Math.toIntExact(in.number());
                case 4 -> cursor = in.uuid();
                case 5 -> done = in.bool();
                default -> in.keep();
            }
        }
        return new Computation(new SegmentKey(workspace, segment), version, cursor, done);
    }
}
