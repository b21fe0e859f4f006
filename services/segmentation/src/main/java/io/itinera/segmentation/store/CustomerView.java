package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Customers by workspace and id. */
public final class CustomerView {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final ResidentRows rows;

    private CustomerView(ReadOnlyKeyValueStore<Bytes, byte[]> store, ResidentRows rows) {
        this.store = store;
        this.rows = rows;
    }

    /** As whoever writes to the store sees them. */
    static CustomerView own(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return new CustomerView(store, ResidentRows.own(store));
    }

    /** As anybody else sees them, who may come while they are written. */
    static CustomerView copy(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return new CustomerView(store, ResidentRows.copy(store));
    }

    /** Who is found under an id; empty when nobody ever was. */
    public Optional<Resident> find(String workspace, UUID customer) {
        return Optional.ofNullable(rows.find(workspace, customer))
                .map(found -> found.stored().resident());
    }

    /**
     * Customers of a workspace in the store's order.
     *
     * @param cursor the customer after whom to begin; null for the first
     */
    public Page after(String workspace, @Nullable UUID cursor, int limit) {
        StoreKey all = ResidentRows.all(workspace);
        Bytes from = cursor == null ? all.bytes() : ResidentRows.key(workspace, cursor);
        List<Customer> customers = new ArrayList<>();
        UUID last = cursor;
        int seen = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, Ranges.last(all))) {
            while (entries.hasNext() && seen < limit) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                StoreKeyReader key = StoreKeyReader.of(entry.key);
                key.text();
                UUID id = key.uuid();
                if (id.equals(cursor)) {
                    continue;
                }
                seen++;
                last = id;
                ResidentRows.Found found = rows.found(workspace, id, entry.value);
                if (found != null && found.stored().resident() instanceof Customer customer) {
                    customers.add(customer);
                }
            }
            return new Page(customers, last, !entries.hasNext());
        }
    }

    /**
     * Some customers of a workspace.
     *
     * @param customers in the store's order
     * @param cursor the last that was looked at; null when there was none
     * @param last whether there are no more
     */
    public record Page(List<Customer> customers, @Nullable UUID cursor, boolean last) {
        /** The part of it before the first customer who passes. */
        public Page until(Predicate<Customer> passes) {
            for (int i = 0; i < customers.size(); i++) {
                if (passes.test(customers.get(i))) {
                    List<Customer> before = List.copyOf(customers.subList(0, i));
                    return new Page(before, before.isEmpty() ? null : before.getLast().id(), false);
                }
            }
            return this;
        }

        /** Whether it shows nobody and has not come any further. */
        public boolean isEmpty() {
            return customers.isEmpty() && cursor == null && !last;
        }
    }
}
