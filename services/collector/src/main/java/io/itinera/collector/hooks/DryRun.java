package io.itinera.collector.hooks;

import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.hooks.domain.Mapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a delivery.
 *
 * @param outcome in a word
 * @param events the first events, as they would be kept
 * @param refused the first that would not be taken
 * @param failed why it cannot be mapped; null when it can
 */
public record DryRun(
        Outcome outcome,
        List<NormalEvent> events,
        List<Verdict.Refused> refused,
        Mapped.@Nullable Failed failed) {
    /** How many events and how many refused ones are shown. */
    public static final int SHOWN = 100;

    public DryRun {
        events = List.copyOf(events);
        refused = List.copyOf(refused);
    }

    /** What comes of it, named as on the wire. */
    public enum Outcome {
        events,
        ignored,
        failed
    }

    static DryRun of(Mapped mapped, List<Verdict> verdicts) {
        return switch (mapped) {
            case Mapped.Failed failed -> new DryRun(Outcome.failed, List.of(), List.of(), failed);
            case Mapped.Nothing _ -> new DryRun(Outcome.ignored, List.of(), List.of(), null);
            case Mapped.Events _ ->
                    new DryRun(
                            Outcome.events,
                            verdicts.stream()
                                    .filter(Verdict.Accepted.class::isInstance)
                                    .map(it -> ((Verdict.Accepted) it).event())
                                    .limit(SHOWN)
                                    .toList(),
                            verdicts.stream()
                                    .filter(Verdict.Refused.class::isInstance)
                                    .map(Verdict.Refused.class::cast)
                                    .limit(SHOWN)
                                    .toList(),
                            null);
        };
    }
}
