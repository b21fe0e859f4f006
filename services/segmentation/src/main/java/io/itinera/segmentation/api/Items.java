package io.itinera.segmentation.api;

import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of lists. */
final class Items {
    static final int DEFAULT = 50;
    static final int MAX = 200;

    /** Ids that we make begin with their time; as texts they sort by it. */
    private static final Comparator<UUID> NEWEST_FIRST =
            Comparator.comparing(UUID::toString).reversed();

    private Items() {}

    /**
     * The size of a page as it was asked for.
     *
     * @throws Problem when it is not 1 to {@value #MAX}
     */
    static int size(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new Problem(ProblemCode.BAD_REQUEST, "limit is 1 to " + MAX + ", not " + limit);
        }
        return limit;
    }

    /** A page of segments; {@code next} is the cursor of the page behind it. */
    @RegisterForReflection
    record Segments(List<SegmentAnswer> items, @Nullable String next) {}

    /** Erasures, newest first. */
    @RegisterForReflection
    record Erasures(List<ErasureAnswer> items) {
        static Erasures of(List<ErasuresRecord> said) {
            Map<UUID, ErasureAnswer> byId = new LinkedHashMap<>();
            said.forEach(
                    it ->
                            byId.merge(
                                    it.id(),
                                    ErasureAnswer.unknown(it.id()).with(it),
                                    ErasureAnswer::with));
            return new Erasures(List.copyOf(byId.values()));
        }

        /** What all partitions know, as one list. */
        static Erasures newest(List<Erasures> parts) {
            Map<UUID, ErasureAnswer> byId = new LinkedHashMap<>();
            parts.stream()
                    .flatMap(part -> part.items().stream())
                    .forEach(it -> byId.merge(it.id(), it, ErasureAnswer::with));
            return new Erasures(
                    byId.values().stream()
                            .sorted(Comparator.comparing(ErasureAnswer::id, NEWEST_FIRST))
                            .limit(DEFAULT)
                            .toList());
        }
    }

    /** A page of members. */
    @RegisterForReflection
    record Members(List<MemberAnswer> items, @Nullable String next) {}

    /** Accounts, by what they are called. */
    @RegisterForReflection
    record Accounts(List<AccountAnswer.Brief> items) {}

    /** A page of the members of an account. */
    @RegisterForReflection
    record AccountMembers(List<AccountMemberAnswer> items, @Nullable String next) {
        /**
         * One page of those of several instances: up to where the first of them that has more ends,
         * for behind that others may come in between.
         */
        static AccountMembers of(List<AccountMembers> pages, int size) {
            String end =
                    pages.stream()
                            .map(AccountMembers::next)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
            List<AccountMemberAnswer> all =
                    pages.stream()
                            .flatMap(page -> page.items().stream())
                            .filter(it -> end == null || it.id().compareTo(end) <= 0)
                            .sorted(Comparator.comparing(AccountMemberAnswer::id))
                            .toList();
            return all.size() > size
                    ? new AccountMembers(all.subList(0, size), all.get(size - 1).id())
                    : new AccountMembers(all, end);
        }
    }

    /** Customers, the most recently seen first. */
    @RegisterForReflection
    record Customers(List<CustomerAnswer.Brief> items) {}

    /** A page of a timeline; {@code next} goes into {@code before}, as it is. */
    @RegisterForReflection
    record Timeline(List<TimelineAnswer> items, @Nullable String next) {}
}
