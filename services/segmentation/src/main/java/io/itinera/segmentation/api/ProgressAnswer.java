package io.itinera.segmentation.api;

import io.itinera.contracts.outcomes.WayOut;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Progress;
import io.itinera.segmentation.domain.customer.Run;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands with a journey.
 *
 * @param journey the journey
 * @param in whether a run is under way
 * @param finished how many runs have finished
 * @param runs those under way and the last that are over, newest first
 */
@RegisterForReflection
record ProgressAnswer(UUID journey, boolean in, long finished, List<RunAnswer> runs) {

    static List<ProgressAnswer> of(Customer customer) {
        return customer.journeys().entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static ProgressAnswer of(UUID journey, Progress progress) {
        return new ProgressAnswer(
                journey,
                progress.in(),
                progress.finished(),
                progress.runs().entrySet().stream()
                        .map(RunAnswer::of)
                        .sorted(Comparator.comparing(RunAnswer::enteredAt).reversed())
                        .toList());
    }

    /**
     * A run.
     *
     * @param enrollment its id
     * @param version the journey's version
     * @param enteredAt when it began
     * @param leftAt when it was over; absent while it is under way
     * @param way how it ended
     * @param reason why, as a code
     */
    @RegisterForReflection
    record RunAnswer(
            UUID enrollment,
            int version,
            Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable WayOut way,
            @Nullable String reason) {
        private static RunAnswer of(Map.Entry<UUID, Run> each) {
            Run run = each.getValue();
            return new RunAnswer(
                    each.getKey(),
                    run.version(),
                    run.entered(),
                    run.left(),
                    run.way(),
                    run.reason());
        }
    }
}
