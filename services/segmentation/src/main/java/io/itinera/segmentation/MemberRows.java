package io.itinera.segmentation;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.store.CustomerView;
import io.itinera.segmentation.store.LookupView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a segment in one partition, as rows of a file.
 *
 * @param workspace the tenant
 * @param segment whose members
 * @param lookups who they are
 * @param customers what is known of them
 * @param row a member's bytes; none for one who has left meanwhile
 */
public record MemberRows(
        String workspace,
        String segment,
        LookupView lookups,
        CustomerView customers,
        Function<Customer, byte[]> row)
        implements Exports.Rows {
    private static final int PAGE = 200;

    /** A file of all of them. */
    public static Exports.Wanted wanted(
            String workspace, String segment, String head, Function<Customer, byte[]> row) {
        return new Exports.Wanted(
                head,
                partition ->
                        new MemberRows(
                                workspace,
                                segment,
                                partition.lookups(),
                                partition.customers(),
                                row));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        UUID last = page(null, out);
        while (last != null) {
            last = page(last, out);
        }
    }

    /** The last of the page; null when there is none. */
    private @Nullable UUID page(@Nullable UUID after, OutputStream out) throws IOException {
        List<UUID> page = lookups.members(workspace, segment, after, PAGE);
        for (UUID member : page) {
            if (customers.find(workspace, member).orElse(null) instanceof Customer customer) {
                out.write(row.apply(customer));
            }
        }
        return page.isEmpty() ? null : page.getLast();
    }
}
