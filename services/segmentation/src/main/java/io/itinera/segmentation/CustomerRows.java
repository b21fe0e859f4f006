package io.itinera.segmentation;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.store.CustomerView;
import io.itinera.segmentation.store.TimelineView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one partition knows of a customer, as rows of a file: nothing where they do not
 * live.
 *
 * @param workspace the tenant
 * @param id the customer
 * @param customers what is known of them
 * @param timelines what they did
 * @param sheet how it is written
 */
public record CustomerRows(
        String workspace, UUID id, CustomerView customers, TimelineView timelines, Sheet sheet)
        implements Exports.Rows {
    private static final int PAGE = 200;
    private static final Excerpt.Place LATEST =
            new Excerpt.Place(Instant.parse("9999-12-31T00:00:00Z"), null);

    /** How things are written. */
    public interface Sheet {
        /** What is known of a customer, their timeline aside. */
        String of(Customer customer);

        /** A line of their timeline. */
        String of(Entry entry);
    }

    /** A file of all of it. */
    public static Exports.Wanted wanted(String workspace, UUID id, String head, Sheet sheet) {
        return new Exports.Wanted(
                head,
                partition ->
                        new CustomerRows(
                                workspace,
                                id,
                                partition.customers(),
                                partition.timelines(),
                                sheet));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (!(customers.find(workspace, id).orElse(null) instanceof Customer customer)) {
            return;
        }
        out.write(utf8(sheet.of(customer)));
        Excerpt.Place before = LATEST;
        while (before != null) {
            before = page(before, out);
        }
    }

    private Excerpt.@Nullable Place page(Excerpt.Place before, OutputStream out)
            throws IOException {
        Excerpt.Page page =
                timelines.page(
                        id, new Excerpt(before, Instant.EPOCH, null, Excerpt.Kind.any, PAGE));
        for (Entry entry : page.entries()) {
            out.write(utf8(sheet.of(entry)));
        }
        return page.next();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
