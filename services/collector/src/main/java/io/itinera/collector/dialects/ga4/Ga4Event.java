package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as Google Analytics has it, whichever way it came.
 *
 * @param name its name there
 * @param params what is known of it, without its items
 * @param items the products that it is about
 * @param traits what it says of the person
 * @param client who it was
 * @param context where it happened
 * @param timestamp when, in milliseconds since 1970; null when it does not say
 * @param stamp what tells it from an equal one that is no copy of it; null when nothing does
 * @param whole all of it, as sent
 * @param flaw what is wrong with it
 */
record Ga4Event(
        @Nullable String name,
        Members params,
        List<Members> items,
        @Nullable Slice traits,
        Ga4Client client,
        @Nullable Slice context,
        @Nullable String timestamp,
        @Nullable String stamp,
        Slice whole,
        @Nullable Flaw flaw) {}
