package io.itinera.messaging.letters;

import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import java.util.Map;

/** The names that a template can use. */
final class Values {
    private Values() {}

    static Map<String, Object> of(
            Profile profile,
            Trigger trigger,
            Map<String, Object> collections,
            Workspace workspace,
            String unsubscribe) {
        return Map.of(
                "profile",
                Map.of("traits", profile.traits(), "identities", profile.identities()),
                "trigger",
                Map.of(
                        "name", trigger.name(),
                        "properties", trigger.properties(),
                        "occurred_at", trigger.occurredAt().toString()),
                "collections",
                collections,
                "workspace",
                Map.of("name", workspace.name(), "locale", workspace.locale()),
                "unsubscribe_url",
                unsubscribe);
    }
}
