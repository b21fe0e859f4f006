package io.itinera.journeys.store;

import io.itinera.contracts.Keys;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who a record or a timer is about.
 *
 * @param workspace the tenant
 * @param customer who
 */
public record CustomerKey(String workspace, UUID customer) {

    /** The bytes under which the stores have them. */
    public byte[] bytes() {
        return Key.customer(workspace, customer).get();
    }

    static CustomerKey of(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        int end = text.indexOf(Keys.SEPARATOR);
        return new CustomerKey(text.substring(0, end), UUID.fromString(text.substring(end + 1)));
    }
}
