package io.itinera.journeys.store;

import io.itinera.contracts.messages.Trigger;
import io.itinera.journeys.domain.Asked;
import io.itinera.journeys.domain.Enrollment;
import io.itinera.journeys.domain.Memory;
import io.itinera.journeys.domain.Place;
import io.itinera.journeys.domain.Start;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Enrollments as bytes. Tags are forever; the next free one of an enrollment is 6. */
final class EnrollmentCodec {
    static final Bytes NOTHING = Bytes.wrap(new byte[0]);
    static final int VERSION = 1;
    private static final UUID NONE = new UUID(0, 0);

    private EnrollmentCodec() {}

    /** What was read, with the fields of a later release that go back as they came. */
    record Read(Enrollment enrollment, Bytes unknown) {}

    static byte[] write(Enrollment run, Bytes unknown) {
        Packer out = new Packer(VERSION);
        fields(out, run);
        return out.unknown(unknown.get()).toBytes();
    }

    static void fields(Packer out, Enrollment run) {
        out.message(1, run.start(), EnrollmentCodec::start)
                .message(2, run.place(), EnrollmentCodec::place)
                .message(3, run.memory(), MemoryCodec::fields)
                .messages(4, run.sends(), EnrollmentCodec::asked)
                .number(5, run.told());
    }

    static Read read(byte[] bytes) {
        Unpacker in = Unpacker.of(bytes);
        Enrollment run = enrollment(in);
        return new Read(run, Bytes.wrap(in.unknown()));
    }

    static Enrollment enrollment(Unpacker in) {
        @Nullable Start start = null;
        @Nullable Place place = null;
        @Nullable Memory memory = null;
        List<Asked> sends = new ArrayList<>();
        int told = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> start = in.message(EnrollmentCodec::start);
                case 2 -> place = in.message(EnrollmentCodec::place);
                case 3 -> memory = in.message(MemoryCodec::read);
                case 4 -> sends.add(in.message(EnrollmentCodec::asked));
                case 5 -> told = (int) in.number();
                default -> in.keep();
            }
        }
        return new Enrollment(
                Objects.requireNonNull(start, "an enrollment without its start"),
                place,
                Objects.requireNonNull(memory, "an enrollment without its memory"),
                sends,
                told);
    }

    private static void start(Packer out, Start start) {
        out.uuid(1, start.enrollment())
                .uuid(2, start.journey())
                .number(3, start.version())
                .uuid(4, start.origin())
                .value(5, start.key())
                .message(6, start.trigger(), EnrollmentCodec::trigger)
                .instant(7, start.at())
                .text(8, start.trace())
                .number(9, start.hops());
    }

    private static Start start(Unpacker in) {
        UUID enrollment = NONE;
        UUID journey = NONE;
        int version = 0;
        UUID origin = NONE;
        @Nullable String key = null;
        Trigger trigger = new Trigger("", "", Map.of(), Instant.EPOCH);
        Instant at = Instant.EPOCH;
        @Nullable String trace = null;
        int hops = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> enrollment = in.uuid();
                case 2 -> journey = in.uuid();
                case 3 -> version = (int) in.number();
                case 4 -> origin = in.uuid();
                case 5 -> key = (String) in.value();
                case 6 -> trigger = in.message(EnrollmentCodec::trigger);
                case 7 -> at = in.instant();
                case 8 -> trace = in.text();
                case 9 -> hops = (int) in.number();
                default -> in.keep();
            }
        }
        return new Start(enrollment, journey, version, origin, key, trigger, at, trace, hops);
    }

    private static void trigger(Packer out, Trigger trigger) {
        out.text(1, trigger.event())
                .text(2, trigger.name())
                .value(3, trigger.properties())
                .instant(4, trigger.occurredAt());
    }

    private static Trigger trigger(Unpacker in) {
        String event = "";
        String name = "";
        Map<String, Object> properties = Map.of();
        Instant occurredAt = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> event = in.text();
                case 2 -> name = in.text();
                case 3 -> properties = in.object();
                case 4 -> occurredAt = in.instant();
                default -> in.keep();
            }
        }
        return new Trigger(event, name, properties, occurredAt);
    }

    private static void place(Packer out, Place place) {
        out.text(1, place.node())
                .number(2, place.visit())
                .instant(3, place.since())
                .instant(4, place.until())
                .instant(5, place.doubtful());
    }

    private static Place place(Unpacker in) {
        String node = "";
        int visit = 0;
        Instant since = Instant.EPOCH;
        Instant until = Instant.EPOCH;
        @Nullable Instant doubtful = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> node = in.text();
                case 2 -> visit = (int) in.number();
                case 3 -> since = in.instant();
                case 4 -> until = in.instant();
                case 5 -> doubtful = in.instant();
                default -> in.keep();
            }
        }
        return new Place(node, visit, since, until, doubtful);
    }

    private static void asked(Packer out, Asked asked) {
        out.uuid(1, asked.key())
                .text(2, asked.node())
                .number(3, asked.visit())
                .instant(4, asked.at())
                .bool(5, asked.standing() == Asked.Standing.SENT)
                .text(6, asked.calledBack());
    }

    private static Asked asked(Unpacker in) {
        UUID key = NONE;
        String node = "";
        int visit = 0;
        Instant at = Instant.EPOCH;
        Asked.Standing standing = Asked.Standing.UNSETTLED;
        @Nullable String calledBack = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> key = in.uuid();
                case 2 -> node = in.text();
                case 3 -> visit = (int) in.number();
                case 4 -> at = in.instant();
                case 5 -> standing = in.bool() ? Asked.Standing.SENT : Asked.Standing.UNSETTLED;
                case 6 -> calledBack = in.text();
                default -> in.keep();
            }
        }
        return new Asked(key, node, visit, at, standing, calledBack);
    }
}
