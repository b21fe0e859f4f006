package io.itinera.collector.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as a dialect read it: what it says, not yet whether it is taken.
 *
 * @param whole all of it, as sent
 * @param texts what it has of the single-valued fields; nulls and empty texts are absent
 * @param sections what it has of the objects
 * @param flaw the first thing that the scan found wrong
 */
public record Draft(
        Slice whole, Map<Text, String> texts, Map<Section, Slice> sections, @Nullable Flaw flaw) {

    /** The same with this wrong, unless something else is. */
    public Draft with(Flaw found) {
        return flaw == null ? new Draft(whole, texts, sections, found) : this;
    }

    /** What it says there; null when nothing. */
    public @Nullable String text(Text field) {
        return texts.get(field);
    }

    /** What stands there; null when nothing. */
    public @Nullable Slice section(Section section) {
        return sections.get(section);
    }
}
