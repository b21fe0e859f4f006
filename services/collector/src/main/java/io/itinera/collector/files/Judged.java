package io.itinera.collector.files;

import io.itinera.collector.domain.Verdict;
import io.itinera.collector.files.domain.RowFlaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param line where it begins
 * @param column the column that is to blame, if it is one
 * @param verdicts on its events, in order
 */
record Judged(long line, @Nullable String column, List<Verdict> verdicts) {
    /** What an event costs beside its own bytes, about. */
    private static final int BYTES_BESIDE = 1_000;

    /** How much memory its events hold, about. */
    long bytes() {
        return verdicts.stream()
                .mapToLong(verdict -> BYTES_BESIDE + (long) verdict.whole().length())
                .sum();
    }

    List<RowFlaw> flaws() {
        return verdicts.stream()
                .filter(Verdict.Refused.class::isInstance)
                .map(Verdict.Refused.class::cast)
                .map(this::flaw)
                .toList();
    }

    private RowFlaw flaw(Verdict.Refused refused) {
        return new RowFlaw(line, column, refused.flaw().reason().code(), refused.flaw().detail());
    }
}
