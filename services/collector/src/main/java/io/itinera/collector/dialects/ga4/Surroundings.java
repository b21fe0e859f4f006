package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.ObjectBytes;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event's parameters say of where it happened, under Segment's names. */
final class Surroundings {
    static final String PAGE = "page_location";
    static final String TITLE = "page_title";
    static final String REFERRER = "page_referrer";
    static final String SESSION = "session_id";
    static final String LANGUAGE = "language";
    static final String TIMESTAMP = "timestamp_micros";

    private static final List<String> OUTSIDE = List.of(SESSION, LANGUAGE, TIMESTAMP);
    private static final Map<String, String> OF_PAGE =
            Map.of(PAGE, "url", TITLE, "title", REFERRER, "referrer");

    private Surroundings() {}

    /** The parameters that are about the event itself. */
    static Members left(Members params) {
        return params.without(OUTSIDE).without(OF_PAGE.keySet());
    }

    /** The properties of a page's view, to which the page is the event itself. */
    static Members ofView(Members params) {
        Map<String, Slice> view = new LinkedHashMap<>();
        params.without(OUTSIDE)
                .byName()
                .forEach((name, value) -> view.put(OF_PAGE.getOrDefault(name, name), value));
        String path = path(params.text(PAGE));
        if (path != null) {
            view.putIfAbsent("path", ObjectBytes.text(path));
        }
        return new Members(view);
    }

    /** Begins the context of an event that a library of this name told. */
    static ObjectBytes context(Members params, String library) {
        Slice page =
                new ObjectBytes()
                        .value("url", params.value(PAGE))
                        .text("path", path(params.text(PAGE)))
                        .value("title", params.value(TITLE))
                        .value("referrer", params.value(REFERRER))
                        .doneUnlessEmpty();
        return new ObjectBytes()
                .value("library", new ObjectBytes().text("name", library).done())
                .value("page", page)
                .value("sessionId", params.value(SESSION))
                .value("locale", params.value(LANGUAGE));
    }

    private static @Nullable String path(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            return URI.create(address).getRawPath();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
