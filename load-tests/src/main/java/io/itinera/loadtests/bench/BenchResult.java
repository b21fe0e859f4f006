package io.itinera.loadtests.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found: medians over its runs.
 *
 * @param benchmark its name
 * @param dialect which of several that it measures; absent when there is one
 * @param unit of both figures
 * @param ours what Itinera did
 * @param reference what the reference did in the same run; absent when there is none
 * @param ratio the median of ours ÷ reference, pair by pair; absent without a reference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchResult(
        String benchmark,
        @Nullable String dialect,
        String unit,
        double ours,
        @Nullable Double reference,
        @Nullable Double ratio) {

    /** As a person reads it. */
    public String words() {
        String what = dialect == null ? benchmark : benchmark + " " + dialect;
        String measured = "%s: %.1f %s".formatted(what, ours, unit);
        return ratio == null
                ? measured
                : measured + ", the reference %.1f, ratio %.2f".formatted(reference, ratio);
    }
}
