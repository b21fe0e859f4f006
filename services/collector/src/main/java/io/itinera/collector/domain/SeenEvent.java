package io.itinera.collector.domain;

import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event that came in, for people to look at.
 *
 * @param source where from
 * @param at when it was received
 * @param headline what people recognise it by
 * @param flaw why it was refused; null when it was taken
 * @param breaches where it was taken and is not what the tracking plan says
 * @param sent the event as sent; null when it was larger than an event may be
 */
public record SeenEvent(
        Source source,
        Instant at,
        Headline headline,
        @Nullable Flaw flaw,
        List<Breach> breaches,
        @Nullable Slice sent) {

    /** What is to be kept of a verdict; else a whole batch would stay with each of its events. */
    public static SeenEvent of(Verdict verdict, Source source, Instant at) {
        Slice whole = verdict.whole();
        return new SeenEvent(
                source,
                at,
                verdict.headline(),
                flaw(verdict).orElse(null),
                breaches(verdict),
                whole.length() > Limits.DEFAULT.eventBytes() ? null : whole.keepable());
    }

    private static Optional<Flaw> flaw(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> Optional.empty();
            case Verdict.Refused refused -> Optional.of(refused.flaw());
        };
    }

    private static List<Breach> breaches(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.breaches();
            case Verdict.Refused _ -> List.of();
        };
    }
}
