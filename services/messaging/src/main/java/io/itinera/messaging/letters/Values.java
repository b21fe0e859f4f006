package io.itinera.messaging.letters;

import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import io.itinera.messaging.domain.EmailAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that a template can use. What a customer, an event or a journey brings stands under
 * names that strangers chose, so that nothing of ours shares a place with them: {@code trigger} has
 * the event's properties and nothing else, {@code event} says what happened and when. Only {@code
 * customer.id} and {@code customer.email} win over traits called so, and our own names over
 * collections.
 */
final class Values {
    private Values() {}

    static Map<String, Object> of(
            @Nullable String customer,
            Profile profile,
            Trigger trigger,
            Map<String, Object> collections,
            Workspace workspace,
            String unsubscribe) {
        Map<String, Object> values = new HashMap<>(collections);
        values.put("customer", customer(customer, profile));
        values.put("trigger", trigger.properties());
        values.put(
                "event",
                Map.of("name", trigger.name(), "occurred_at", trigger.occurredAt().toString()));
        values.put("workspace", Map.of("name", workspace.name(), "locale", workspace.locale()));
        values.put("unsubscribe_url", unsubscribe);
        return values;
    }

    private static Map<String, Object> customer(@Nullable String id, Profile profile) {
        Map<String, Object> customer = new LinkedHashMap<>(profile.traits());
        put(customer, "id", id);
        put(customer, "email", EmailAddress.claimed(profile));
        return customer;
    }

    private static void put(Map<String, Object> customer, String name, @Nullable String value) {
        if (value == null) {
            customer.remove(name);
        } else {
            customer.put(name, value);
        }
    }
}
