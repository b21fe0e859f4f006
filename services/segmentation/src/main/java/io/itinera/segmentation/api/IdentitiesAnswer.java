package io.itinera.segmentation.api;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Union;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, and how we know.
 *
 * @param customer the customer
 * @param redirectedFrom the customer that was asked for, when it has become this one
 * @param identities every name they are known to have, the one said last first
 * @param dropped how many names made room for newer ones
 * @param ledger what was found out, in the order of its evidence; those who became this customer
 *     brought theirs
 * @param movedTo who it has become; the instance that passed the question on asks there
 */
@RegisterForReflection
record IdentitiesAnswer(
        UUID customer,
        @Nullable UUID redirectedFrom,
        List<Known> identities,
        long dropped,
        List<Line> ledger,
        @Nullable UUID movedTo) {

    /**
     * A name.
     *
     * @param kind what sort of name
     * @param value the name
     * @param firstAt when it was said first
     * @param lastAt when it was said last
     * @param evidence the event that said it first
     * @param source where that event came from
     */
    @RegisterForReflection
    record Known(
            String kind,
            String value,
            Instant firstAt,
            Instant lastAt,
            @Nullable String evidence,
            @Nullable String source) {
        static Known of(Named name, Identity said) {
            return new Known(
                    name.kind(),
                    name.value(),
                    said.firstAt(),
                    said.lastAt(),
                    said.evidence(),
                    said.source());
        }
    }

    /**
     * A line of the ledger.
     *
     * @param kind what was found out
     * @param at when the evidence was received
     * @param from whose it was until then, or who ended
     * @param into whose it is from then on, or who goes on
     * @param identity the device or other name that it is about; absent where a person named
     *     customers
     * @param evidence the event that says so, or the request of a person
     * @param source where that event came from
     * @param by the person who asked for it
     * @param undoableUntil until when a merge can be undone; absent where it cannot
     */
    @RegisterForReflection
    record Line(
            Kind kind,
            Instant at,
            UUID from,
            UUID into,
            @Nullable Name identity,
            String evidence,
            @Nullable String source,
            @Nullable String by,
            @Nullable Instant undoableUntil) {
        static Line of(LedgerLine line, Set<UUID> undoable) {
            Grounds grounds = line.grounds();
            return new Line(
                    Kind.of(line.kind()),
                    line.at(),
                    line.from(),
                    line.into(),
                    Name.of(grounds.identity()),
                    grounds.evidence(),
                    grounds.source(),
                    grounds.by(),
                    canUndo(line, undoable) ? line.at().plus(Union.UNDOABLE) : null);
        }
    }

    private static boolean canUndo(LedgerLine line, Set<UUID> undoable) {
        return line.kind() == LedgerLine.Kind.MERGED && undoable.contains(line.from());
    }

    /** A name alone. */
    @RegisterForReflection
    record Name(String kind, String value) {
        static @Nullable Name of(@Nullable Named name) {
            return name == null ? null : new Name(name.kind(), name.value());
        }
    }

    /** What a line tells, named as on the wire. */
    enum Kind {
        linked,
        switched,
        claimed,
        merged,
        unmerged;

        static Kind of(LedgerLine.Kind kind) {
            return switch (kind) {
                case LINKED -> linked;
                case SWITCHED -> switched;
                case CLAIMED -> claimed;
                case MERGED -> merged;
                case UNMERGED -> unmerged;
            };
        }
    }

    static IdentitiesAnswer of(Customer customer, List<LedgerLine> ledger, Set<UUID> undoable) {
        List<Known> names = new ArrayList<>();
        customer.identities().each((name, said) -> names.add(Known.of(name, said)));
        names.sort(Comparator.comparing(Known::lastAt).reversed());
        return new IdentitiesAnswer(
                customer.id(),
                null,
                names,
                customer.identities().dropped(),
                ledger.stream().map(line -> Line.of(line, undoable)).toList(),
                null);
    }

    static IdentitiesAnswer moved(UUID from, UUID into, List<LedgerLine> ledger) {
        List<Line> lines = ledger.stream().map(line -> Line.of(line, Set.of())).toList();
        return new IdentitiesAnswer(from, null, List.of(), 0, lines, into);
    }

    IdentitiesAnswer redirectedFrom(UUID from) {
        return new IdentitiesAnswer(customer, from, identities, dropped, ledger, movedTo);
    }

    /** Whoever became this customer and is so still, by the last line about each. */
    List<UUID> joined() {
        List<UUID> joined = new ArrayList<>();
        for (Line line : ledger) {
            if (line.into().equals(customer) && line.kind() == Kind.merged) {
                joined.add(line.from());
            } else if (line.into().equals(customer) && line.kind() == Kind.unmerged) {
                joined.remove(line.from());
            }
        }
        return joined;
    }

    /** Whether the merge of somebody can be undone now. */
    boolean canUndo(UUID from, Instant now) {
        return ledger.stream()
                .filter(line -> line.from().equals(from) && line.undoableUntil() != null)
                .anyMatch(line -> now.isBefore(line.undoableUntil()));
    }

    /** With the lines that somebody brought along. */
    IdentitiesAnswer with(List<Line> brought) {
        List<Line> all = new ArrayList<>(ledger);
        brought.stream().filter(line -> !all.contains(line)).forEach(all::add);
        all.sort(Comparator.comparing(Line::at));
        return new IdentitiesAnswer(customer, redirectedFrom, identities, dropped, all, movedTo);
    }
}
