package io.itinera.collector.dialects;

import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.contracts.events.EventType;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event as it takes shape; what is null is not there. */
public final class Drafting {
    private final Map<Text, String> texts = new EnumMap<>(Text.class);
    private final Map<Section, Slice> sections = new EnumMap<>(Section.class);

    /** Begins an event of this call. */
    public Drafting(EventType type) {
        texts.put(Text.TYPE, type.name());
    }

    /** Says a single-valued field. */
    public Drafting with(Text field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(field, text);
        }
        return this;
    }

    /** Says an object. */
    public Drafting with(Section section, @Nullable Slice object) {
        if (object != null) {
            sections.put(section, object);
        }
        return this;
    }

    /**
     * The event.
     *
     * @param whole all of it, as sent
     * @param flaw what is wrong with it
     */
    public Draft of(Slice whole, @Nullable Flaw flaw) {
        return new Draft(whole, texts, sections, flaw);
    }
}
