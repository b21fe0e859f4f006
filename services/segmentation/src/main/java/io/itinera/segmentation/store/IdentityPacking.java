package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Device;
import io.itinera.segmentation.domain.identity.LedgerEntry;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Release;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Devices, ledger entries and claims as bytes. */
public final class IdentityPacking {
    private static final int VERSION = 1;

    /** The field by which a release is told from a claim. */
    private static final int RELEASED = 7;

    /** The field by which an oblivion is told from both. */
    private static final int FORGOTTEN = 8;

    private IdentityPacking() {}

    static byte[] pack(Device device) {
        return new Packer(VERSION)
                .text(1, device.user())
                .bool(2, device.hasPast())
                .bool(3, device.apart())
                .toBytes();
    }

    static Device device(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String user = null;
        boolean hasPast = false;
        boolean apart = false;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> user = in.text();
                case 2 -> hasPast = in.bool();
                case 3 -> apart = in.bool();
                default -> in.keep();
            }
        }
        return new Device(user, hasPast, apart);
    }

    static byte[] pack(LedgerEntry entry) {
        return new Packer(VERSION)
                .number(1, entry.kind() == LedgerEntry.Kind.LINKED ? 1 : 2)
                .text(2, entry.workspace())
                .text(3, entry.device())
                .text(4, entry.user())
                .text(5, entry.previous())
                .instant(6, entry.at())
                .text(7, entry.evidence())
                .text(8, entry.source())
                .toBytes();
    }

    static LedgerEntry ledgerEntry(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        LedgerEntry.Kind kind = LedgerEntry.Kind.LINKED;
        String workspace = "";
        String device = "";
        String user = "";
        @Nullable String previous = null;
        Instant at = Instant.EPOCH;
        String evidence = "";
        @Nullable String source = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 ->
                        kind =
                                in.number() == 1
                                        ? LedgerEntry.Kind.LINKED
                                        : LedgerEntry.Kind.SWITCHED;
                case 2 -> workspace = in.text();
                case 3 -> device = in.text();
                case 4 -> user = in.text();
                case 5 -> previous = in.text();
                case 6 -> at = in.instant();
                case 7 -> evidence = in.text();
                case 8 -> source = in.text();
                default -> in.keep();
            }
        }
        return new LedgerEntry(kind, workspace, device, user, previous, at, evidence, source);
    }

    /** A claim as it travels to the device's partition. */
    public static byte[] pack(Claim claim) {
        return new Packer(VERSION)
                .text(1, claim.workspace())
                .text(2, claim.device())
                .text(3, claim.user())
                .instant(4, claim.at())
                .text(5, claim.evidence())
                .text(6, claim.source())
                .toBytes();
    }

    /** A release as it travels to the device's partition. */
    public static byte[] pack(Release release) {
        return new Packer(VERSION)
                .text(1, release.workspace())
                .text(2, release.device())
                .instant(4, release.at())
                .text(5, release.evidence())
                .uuid(RELEASED, release.customer())
                .toBytes();
    }

    /** An oblivion as it travels to the device's partition. */
    public static byte[] pack(Oblivion oblivion) {
        return new Packer(VERSION).message(FORGOTTEN, oblivion, ErasurePacking::write).toBytes();
    }

    /** The oblivion in these bytes; empty when they are something else. */
    public static Optional<Oblivion> oblivion(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        @Nullable Oblivion oblivion = null;
        while (in.next()) {
            switch (in.tag()) {
                case FORGOTTEN -> oblivion = in.message(ErasurePacking::oblivion);
                default -> in.keep();
            }
        }
        return Optional.ofNullable(oblivion);
    }

    /** The release in these bytes; empty when they are a claim. */
    public static Optional<Release> release(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String workspace = "";
        String device = "";
        @Nullable UUID customer = null;
        Instant at = Instant.EPOCH;
        String evidence = "";
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> device = in.text();
                case 4 -> at = in.instant();
                case 5 -> evidence = in.text();
                case RELEASED -> customer = in.uuid();
                default -> in.keep();
            }
        }
        return customer == null
                ? Optional.empty()
                : Optional.of(new Release(workspace, device, customer, at, evidence));
    }

    /** The claim in these bytes. */
    public static Claim claim(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String workspace = "";
        String device = "";
        String user = "";
        Instant at = Instant.EPOCH;
        String evidence = "";
        @Nullable String source = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> device = in.text();
                case 3 -> user = in.text();
                case 4 -> at = in.instant();
                case 5 -> evidence = in.text();
                case 6 -> source = in.text();
                default -> in.keep();
            }
        }
        return new Claim(workspace, device, user, at, evidence, source);
    }
}
