package io.itinera.collector.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.collector.domain.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told: the request was taken, and which of its events were not.
 *
 * @param success always true; a request that was not taken gets a problem document
 * @param rejected absent when every event was taken
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Answer(boolean success, List<Rejected> rejected) {

    static Answer of(List<Verdict.Refused> refused) {
        return new Answer(true, refused.stream().map(Rejected::of).toList());
    }

    /**
     * An event that was not taken.
     *
     * @param index which of the request's events, from 0
     * @param messageId its id, when it has one
     * @param reason a code
     * @param detail a sentence
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(int index, @Nullable String messageId, String reason, String detail) {
        static Rejected of(Verdict.Refused refused) {
            return new Rejected(
                    refused.index(),
                    refused.headline().messageId(),
                    refused.flaw().reason().code(),
                    refused.flaw().detail());
        }
    }
}
