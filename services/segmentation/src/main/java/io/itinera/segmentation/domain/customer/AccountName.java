package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.util.Optional;

/**
 * How a company calls an account: of which type its group is, and its id among those. Groups of one
 * id and of two types are two accounts.
 *
 * @param type such as {@code company}; empty where groups have no types
 * @param id the groupId of its calls
 */
public record AccountName(String type, String id) {
    /** The most characters of a type. */
    static final int MAX_TYPE = 100;

    /** The property by which a call says the type of its group; PostHog's clients do. */
    private static final String TYPE = "$group_type";

    /** Separates units, says ASCII; whoever has it in a name is not understood. */
    private static final char BETWEEN = '\u001F';

    /** The account that an event says somebody belongs to; empty for nearly all. */
    static Optional<AccountName> of(Event event) {
        if (event.type() != EventType.group || event.groupId() == null) {
            return Optional.empty();
        }
        String type = event.properties().get(TYPE) instanceof String said ? said.strip() : "";
        return Optional.of(new AccountName(type, event.groupId())).filter(AccountName::isUsable);
    }

    private boolean isUsable() {
        return !id.isBlank()
                && type.length() <= MAX_TYPE
                && type.indexOf(BETWEEN) < 0
                && id.indexOf(BETWEEN) < 0;
    }

    /** The one text by which everybody knows the account. */
    public String key() {
        return type.isEmpty() ? id : type + BETWEEN + id;
    }

    /** The name that a text stands for. */
    public static AccountName ofKey(String key) {
        int end = key.indexOf(BETWEEN);
        return end < 0
                ? new AccountName("", key)
                : new AccountName(key.substring(0, end), key.substring(end + 1));
    }
}
