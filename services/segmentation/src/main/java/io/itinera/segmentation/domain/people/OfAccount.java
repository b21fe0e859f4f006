package io.itinera.segmentation.domain.people;

import java.time.Instant;
import java.util.Map;

/** A record that goes to where an account lives. */
public sealed interface OfAccount extends PeopleRecord {
    /** The tenant. */
    String workspace();

    /** The account, as the company calls it, as one text. */
    String account();

    /** When the evidence was received. */
    Instant at();

    /** Whether that is long past and triggers nothing. */
    boolean historic();

    /**
     * Something was said of an account.
     *
     * @param workspace the tenant
     * @param account as the company calls it, as one text
     * @param traits what was said
     * @param said when, by the clock of who said it
     * @param by the source that said it
     * @param at when it was received
     * @param historic whether it is long past and triggers nothing
     */
    record AccountSaid(
            String workspace,
            String account,
            Map<String, Object> traits,
            Instant said,
            String by,
            Instant at,
            boolean historic)
            implements OfAccount {}

    /**
     * So many members of an account live in a partition.
     *
     * @param workspace the tenant
     * @param account as the company calls it, as one text
     * @param partition which partition
     * @param members how many
     * @param at when the evidence was received
     * @param historic whether that is long past and triggers nothing
     */
    record MembersCounted(
            String workspace,
            String account,
            int partition,
            long members,
            Instant at,
            boolean historic)
            implements OfAccount {}
}
