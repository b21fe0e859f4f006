package io.itinera.loadtests.ledger;

/**
 * One event as its sender wrote it down before it sent it.
 *
 * @param id its message id
 * @param workspace whose write key it is sent with
 * @param customer who did it: {@code user|} or {@code anonymous|} and their id, as record keys have
 *     it
 * @param sequence which of this customer's events it is; a later one has a higher number
 * @param hash of its payload, see {@link Payloads}
 * @param atMs when, in milliseconds since 1970; what the ledger client sends is dated so
 */
public record Sent(
        String id, String workspace, String customer, long sequence, String hash, long atMs) {

    /** The key that its record on {@code events} is to have. */
    public String key() {
        return key(workspace, customer);
    }

    static String key(String workspace, String customer) {
        return workspace + "|" + customer;
    }
}
