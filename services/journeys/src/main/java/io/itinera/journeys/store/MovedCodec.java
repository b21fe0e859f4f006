package io.itinera.journeys.store;

import io.itinera.journeys.domain.Enrollment;
import io.itinera.journeys.domain.Moved;
import io.itinera.journeys.domain.PastRun;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What one customer hands to another, as bytes on a topic of our own. The next free tag is 6. */
public final class MovedCodec {
    private static final int VERSION = 1;
    private static final UUID NONE = new UUID(0, 0);

    private MovedCodec() {}

    /** The record's bytes. */
    public static byte[] write(Moved moved) {
        return new Packer(VERSION)
                .text(1, moved.workspace())
                .uuid(2, moved.from())
                .uuid(3, moved.into())
                .messages(4, moved.enrollments(), EnrollmentCodec::fields)
                .messages(5, moved.past(), PolicyCodec::past)
                .toBytes();
    }

    /** The record that the bytes hold. */
    public static Moved read(byte[] bytes) {
        Unpacker in = Unpacker.of(bytes);
        String workspace = "";
        UUID from = NONE;
        UUID into = NONE;
        List<Enrollment> enrollments = new ArrayList<>();
        List<PastRun> past = new ArrayList<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> from = in.uuid();
                case 3 -> into = in.uuid();
                case 4 -> enrollments.add(in.message(EnrollmentCodec::enrollment));
                case 5 -> past.add(in.message(PolicyCodec::past));
                default -> in.keep();
            }
        }
        return new Moved(workspace, from, into, enrollments, past);
    }
}
