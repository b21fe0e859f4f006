package io.itinera.stack.demo;

import java.time.Instant;

/**
 * A mail as it lies in the inbox.
 *
 * @param to whose inbox
 * @param receivedAt when it came
 * @param html its body
 */
record Mail(String to, Instant receivedAt, String html) {

    /** Whether it shows a product: its name and its picture. */
    boolean shows(Product product) {
        return html.contains(product.name()) && html.contains(product.picture());
    }

    /**
     * Something that the shop sells.
     *
     * @param id the shop's id
     * @param name as the catalogue has it
     * @param picture its picture's address
     */
    record Product(String id, String name, String picture) {}
}
