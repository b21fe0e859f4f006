package io.itinera.collector.dialects.posthog;

import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.ObjectBytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PostHog's properties say of where an event happened, by the names of Segment's context. */
final class Surroundings {
    static final Map<String, String> PAGE =
            Map.of(
                    "url", "$current_url",
                    "path", "$pathname",
                    "referrer", "$referrer",
                    "title", "title");
    private static final Map<String, String> LIBRARY =
            Map.of("name", "$lib", "version", "$lib_version");
    private static final Map<String, String> SCREEN =
            Map.of("width", "$screen_width", "height", "$screen_height");
    private static final Map<String, String> CAMPAIGN =
            Map.of(
                    "source", "utm_source",
                    "medium", "utm_medium",
                    "name", "utm_campaign",
                    "term", "utm_term",
                    "content", "utm_content");

    private Surroundings() {}

    static @Nullable Slice context(Members properties) {
        return new ObjectBytes()
                .value("library", part(properties, LIBRARY))
                .value("page", part(properties, PAGE))
                .value("screen", part(properties, SCREEN))
                .value("campaign", part(properties, CAMPAIGN))
                .value("ip", properties.value("$ip"))
                .value("userAgent", properties.value("$raw_user_agent"))
                .value("locale", properties.value("$browser_language"))
                .value("timezone", properties.value("$timezone"))
                .value("sessionId", properties.value("$session_id"))
                .doneUnlessEmpty();
    }

    private static @Nullable Slice part(Members properties, Map<String, String> names) {
        ObjectBytes part = new ObjectBytes();
        names.forEach((segments, own) -> part.value(segments, properties.value(own)));
        return part.doneUnlessEmpty();
    }
}
