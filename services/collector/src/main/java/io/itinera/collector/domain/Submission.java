package io.itinera.collector.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's events, with what its envelope says of all of them.
 *
 * @param drafts in the order of the body
 * @param writeKey the key, when the body carries one
 * @param apiKey what else the client has in its place, which holds only when no other key is told
 * @param sentAt when the client sent the envelope, by its own clock
 * @param context what holds for each event that does not say otherwise
 */
public record Submission(
        List<Draft> drafts,
        @Nullable String writeKey,
        @Nullable String apiKey,
        @Nullable String sentAt,
        @Nullable Slice context)
        implements Reading {

    /** The bytes of its events as sent, what they share counted with each. */
    public long bytes() {
        long shared = context == null ? 0 : context.length();
        long bytes = 0;
        Slice before = null;
        for (Draft draft : drafts) {
            boolean isCounted = draft.whole() == before;
            bytes += shared + (isCounted ? 0 : draft.whole().length());
            before = draft.whole();
        }
        return bytes;
    }

    /** With a write key, if with any. */
    public Submission(
            List<Draft> drafts,
            @Nullable String writeKey,
            @Nullable String sentAt,
            @Nullable Slice context) {
        this(drafts, writeKey, null, sentAt, context);
    }

    /** With a key of the kind that goes after all others. */
    public static Submission withApiKey(
            List<Draft> drafts, @Nullable String apiKey, @Nullable String sentAt) {
        return new Submission(drafts, null, apiKey, sentAt, null);
    }
}
