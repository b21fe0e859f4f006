package io.itinera.collector;

import io.itinera.collector.domain.Verdict;
import java.time.Duration;
import java.util.List;

/** What came of a request. */
public sealed interface Outcome {
    /** The broker has it; the refused events are told, the others were taken. */
    record Taken(List<Verdict.Refused> refused) implements Outcome {
        public Taken {
            refused = List.copyOf(refused);
        }
    }

    /** The body is no JSON of the dialect. */
    record Unreadable(String detail) implements Outcome {}

    /** Its events would become more bytes than one request's may. */
    record TooLarge(String detail) implements Outcome {}

    /** There is no room at the moment for what its events become. */
    record Crowded() implements Outcome {}

    /** No source has this write key, or the one that has it is switched off. */
    record UnknownKey() implements Outcome {}

    /** The source takes nothing from browsers on this site. */
    record ForeignOrigin() implements Outcome {}

    /** The source has used up its rate. */
    record Limited(Duration retryAfter) implements Outcome {}

    /** The broker did not take it in time, or the write keys are not read yet. */
    record Unavailable() implements Outcome {}
}
