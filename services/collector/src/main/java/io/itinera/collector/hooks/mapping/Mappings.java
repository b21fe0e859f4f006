package io.itinera.collector.hooks.mapping;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** The mappings in use, each compiled once; the least used go when there are too many. */
@Singleton
public final class Mappings {
    static final int KEPT = 500;

    private final Map<String, Mapping> byText = new Recent();

    /** The mapping that a text is. */
    public Mapping of(String text) {
        synchronized (byText) {
            Mapping known = byText.get(text);
            if (known != null) {
                return known;
            }
        }
        Mapping compiled = Mapping.of(text);
        synchronized (byText) {
            byText.put(text, compiled);
        }
        return compiled;
    }

    int kept() {
        synchronized (byText) {
            return byText.size();
        }
    }

    private static final class Recent extends LinkedHashMap<String, Mapping> {
        private static final long serialVersionUID = 1;
        private static final float USUAL_LOAD = 0.75f;

        Recent() {
            super(16, USUAL_LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mapping> eldest) {
            return size() > KEPT;
        }
    }
}
