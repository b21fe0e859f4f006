package io.itinera.collector.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A look inside objects that were scanned before, for the few events that need one. */
public interface ObjectReader {
    /** By name, in order; of two with one name the last. None when there is no object. */
    Map<String, Slice> members(@Nullable Slice object);

    /** The text that a value is; nothing when it is of another kind. */
    Optional<String> text(@Nullable Slice value);

    /** All that a value is: maps, lists, texts, numbers and truths; null for JSON's. */
    @Nullable Object whole(Slice value);
}
