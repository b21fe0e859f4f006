package io.itinera.segmentation.api;

import io.itinera.segmentation.PersonalisationDesk.Allowed;
import io.itinera.segmentation.PersonalisationDesk.Settings;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the workspace's own web pages may know.
 *
 * @param key stands in the pages; absent before anybody decided
 * @param enabled whether pages are answered at all
 * @param traits names of traits that pages may know
 * @param segments ids of segments of which pages may know
 * @param origins where those pages are
 */
@RegisterForReflection
record PersonalisationAnswer(
        @Nullable String key,
        boolean enabled,
        List<String> traits,
        List<String> segments,
        List<String> origins) {

    static PersonalisationAnswer of(Settings settings) {
        return of(settings.key(), settings.allowed());
    }

    static PersonalisationAnswer of(Allowed allowed) {
        return of(null, allowed);
    }

    private static PersonalisationAnswer of(@Nullable String key, Allowed allowed) {
        return new PersonalisationAnswer(
                key, allowed.enabled(), allowed.traits(), allowed.segments(), allowed.origins());
    }
}
