package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of lists. */
final class Items {
    static final int DEFAULT = 50;
    static final int MAX = 200;

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

    /** A page of members. */
    @RegisterForReflection
    record Members(List<MemberAnswer> items, @Nullable String next) {}

    /** Accounts, the largest first. */
    @RegisterForReflection
    record Accounts(List<AccountAnswer.Brief> items) {}

    /** A page of the members of an account. */
    @RegisterForReflection
    record AccountMembers(List<AccountMemberAnswer> items, @Nullable String next) {}

    /** Customers, the most recently seen first. */
    @RegisterForReflection
    record Customers(List<CustomerAnswer.Brief> items) {}

    /** A page of a timeline; {@code next} goes into {@code before}, as it is. */
    @RegisterForReflection
    record Timeline(List<TimelineAnswer> items, @Nullable String next) {}
}
