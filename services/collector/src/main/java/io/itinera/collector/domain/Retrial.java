package io.itinera.collector.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a refused event is judged by when it is judged anew.
 *
 * @param id the id that it has when it is taken after all
 * @param draft what it says
 * @param context what its request says of all its events
 * @param sentAt when its request was sent, by what its envelope says
 * @param resent what its request's headers say
 * @param sender who sent it, as far as that may be kept
 * @param history whether it is historic whatever its age
 */
public record Retrial(
        String id,
        Draft draft,
        @Nullable Slice context,
        @Nullable String sentAt,
        Resent resent,
        Sender sender,
        Arrival.History history) {

    /** Of an event that came so. */
    static Retrial of(
            String id,
            Draft draft,
            @Nullable Slice context,
            @Nullable String sentAt,
            Arrival arrival) {
        return new Retrial(
                id,
                draft,
                context,
                sentAt,
                arrival.resent(),
                arrival.sender().kept(arrival.source().rules()),
                arrival.history());
    }

    /** Its name as it stands on the events topic; null when it has none. */
    public @Nullable String name() {
        return EventNames.of(draft);
    }
}
