package io.itinera.segmentation.domain.people;

import java.time.Instant;
import java.util.Map;

/** A record that goes to where an account lives. */
public sealed interface OfAccount extends PeopleRecord {
    /** The tenant. */
    String workspace();

    /** The account, as the company calls it. */
    String account();

    /** When the evidence was received. */
    Instant at();

    /**
     * Something was said of an account.
     *
     * @param workspace the tenant
     * @param account as the company calls it
     * @param traits what was said
     * @param said when, by the clock of who said it
     * @param by the source that said it
     * @param at when it was received
     */
    record AccountSaid(
            String workspace,
            String account,
            Map<String, Object> traits,
            Instant said,
            String by,
            Instant at)
            implements OfAccount {}

    /**
     * So many members of an account live in a partition.
     *
     * @param workspace the tenant
     * @param account as the company calls it
     * @param partition which partition
     * @param members how many
     * @param at when the evidence was received
     */
    record MembersCounted(String workspace, String account, int partition, long members, Instant at)
            implements OfAccount {}
}
