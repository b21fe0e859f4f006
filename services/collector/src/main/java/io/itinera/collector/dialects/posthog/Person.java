package io.itinera.collector.dialects.posthog;

import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Item;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whom PostHog says it was. It has one id for both strangers and people known by name; what else
 * the client says tells which of the two it is.
 *
 * @param device the device's id
 * @param user the company's own id of the person
 */
record Person(@Nullable String device, @Nullable String user) {

    static Person of(Item item) {
        Members properties = item.inside();
        String id = first(item.fields().text("distinct_id"), properties.text("distinct_id"));
        String before = properties.text("$anon_distinct_id");
        String device = first(before, properties.text("$device_id"));
        boolean isStranger =
                id != null
                        && (id.equals(device)
                                || properties.denies("$is_identified")
                                || properties.denies("$process_person_profile"));
        if (isStranger) {
            return new Person(id, null);
        }
        return new Person(device, isMadeUpForGroup(id, properties) ? null : id);
    }

    /** Whether nothing but the device is known. */
    boolean isStranger() {
        return user == null && device != null;
    }

    Drafting draft(Drafting event) {
        return event.with(Text.ANONYMOUS_ID, device).with(Text.USER_ID, user);
    }

    /**
     * Server clients name nobody when they describe a group, and make up an id from the group's.
     */
    private static boolean isMadeUpForGroup(@Nullable String id, Members properties) {
        return id != null
                && id.equals(
                        "$" + properties.text("$group_type") + "_" + properties.text("$group_key"));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
