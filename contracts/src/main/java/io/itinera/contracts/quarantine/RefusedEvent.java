package io.itinera.contracts.quarantine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a new judgement of an event that was refused at the door needs.
 *
 * @param id the id that the event has when it is taken after all, the same each time
 * @param name the event's name, such as {@code Product Added} or {@code $identify}; absent when it
 *     has none
 * @param event the event as JSON whose members are named as in Segment's API, whatever it was sent
 *     as; absent when it cannot be judged anew, such as one that was too large
 * @param context what its request said of all its events, as JSON
 * @param sentAt when its request was sent, as the sender wrote it
 * @param sinceFirstAttempt how long before that the first attempt was, from clients that say so
 * @param counted whether the client counted its attempts
 * @param address the sender's IP address, as far as its source's rules let it be kept
 * @param userAgent what its browser calls itself, likewise
 * @param historic true when it triggers nothing however young it is, as of an imported file
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RefusedEvent(
        String id,
        @Nullable String name,
        @Nullable String event,
        @Nullable String context,
        @Nullable String sentAt,
        @Nullable Duration sinceFirstAttempt,
        boolean counted,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable Boolean historic) {}
