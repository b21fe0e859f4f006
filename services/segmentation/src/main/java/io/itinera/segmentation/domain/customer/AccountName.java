package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The most characters of an id that stands among an event's properties. */
    static final int MAX_ID = 200;

    /** The property by which a call says the type of its group; PostHog's clients do. */
    private static final String TYPE = "$group_type";

    /**
     * The property by which any event says to which groups it belongs, ids by types, as PostHog's
     * clients do once they were told.
     */
    private static final String GROUPS = "$groups";

    /** Separates units, says ASCII; whoever has it in a name is not understood. */
    private static final char BETWEEN = '\u001F';

    /** The accounts that an event mentions as those of whoever did it; none for nearly all. */
    static List<AccountName> mentioned(Event event) {
        if (!(event.properties().get(GROUPS) instanceof Map<?, ?> groups)) {
            return List.of();
        }
        List<AccountName> all = new ArrayList<>();
        groups.forEach((type, id) -> inGroup(type, id).ifPresent(all::add));
        return all;
    }

    private static Optional<AccountName> inGroup(Object type, @Nullable Object id) {
        String text =
                switch (id) {
                    case String said -> said;
                    case Integer number -> number.toString();
                    case Long number -> number.toString();
                    case null, default -> "";
                };
        return Optional.of(new AccountName(type.toString().strip(), text))
                .filter(name -> name.isUsable() && text.length() <= MAX_ID);
    }

    /** The account that a call describes; empty for nearly all events. */
    static Optional<AccountName> described(Event event) {
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
