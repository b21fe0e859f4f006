package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of ledgers, and how we know them, as bytes. */
final class LedgerPacking {
    private static final int VERSION = 1;

    private LedgerPacking() {}

    static byte[] pack(LedgerLine line) {
        Packer out = new Packer(VERSION);
        write(out, line);
        return out.toBytes();
    }

    static LedgerLine line(byte[] packed) {
        return read(Unpacker.of(packed));
    }

    static void write(Packer out, LedgerLine line) {
        out.number(1, line.kind().number())
                .instant(2, line.at())
                .uuid(3, line.from())
                .uuid(4, line.into())
                .message(5, line.grounds(), LedgerPacking::writeGrounds);
    }

    static LedgerLine read(Unpacker in) {
        LedgerLine.Kind kind = LedgerLine.Kind.LINKED;
        Instant at = Instant.EPOCH;
        @Nullable UUID from = null;
        @Nullable UUID into = null;
        Grounds grounds = Grounds.UNNOTED;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> kind = LedgerLine.Kind.of(Math.toIntExact(in.number()));
                case 2 -> at = in.instant();
                case 3 -> from = in.uuid();
                case 4 -> into = in.uuid();
                case 5 -> grounds = in.message(LedgerPacking::readGrounds);
                default -> in.keep();
            }
        }
        return new LedgerLine(
                kind, at, Objects.requireNonNull(from), Objects.requireNonNull(into), grounds);
    }

    static void writeGrounds(Packer out, Grounds grounds) {
        Named identity = grounds.identity();
        out.text(1, grounds.evidence()).text(2, grounds.source()).text(3, grounds.by());
        if (identity != null) {
            out.text(4, identity.kind()).text(5, identity.value());
        }
    }

    static Grounds readGrounds(Unpacker in) {
        String evidence = "";
        @Nullable String source = null;
        @Nullable String by = null;
        @Nullable String kind = null;
        String value = "";
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> evidence = in.text();
                case 2 -> source = in.text();
                case 3 -> by = in.text();
                case 4 -> kind = in.text();
                case 5 -> value = in.text();
                default -> in.keep();
            }
        }
        return new Grounds(evidence, source, by, kind == null ? null : new Named(kind, value));
    }
}
