package io.itinera.gateway.api;

import io.itinera.contracts.settings.Workspace;
import java.time.ZoneId;
import java.util.Map;

/**
 * A workspace's settings as they are sent.
 *
 * @param name what people call it
 * @param zone the zone of its days
 * @param locale the language of its messages
 * @param sender the address that its mail comes from
 */
record WorkspaceRequest(String name, ZoneId zone, String locale, String sender) {
    Workspace checked(String id) {
        new Shape()
                .name("/name", name)
                .locale("/locale", locale)
                .sender("/sender", sender)
                .complete();
        return new Workspace(id, name, zone, locale, sender, Map.of());
    }
}
