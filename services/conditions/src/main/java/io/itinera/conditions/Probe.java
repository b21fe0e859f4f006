package io.itinera.conditions;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled test of one value. */
@FunctionalInterface
interface Probe {
    /** Lets nothing pass. */
    Probe NOTHING = (value, trigger, now) -> Verdict.of(false);

    /**
     * Whether a value passes, and until when that is certain.
     *
     * @param trigger the properties of the event that started the enrollment; empty where there is
     *     none
     */
    Verdict ask(@Nullable Object value, Map<String, Object> trigger, Instant now);
}
