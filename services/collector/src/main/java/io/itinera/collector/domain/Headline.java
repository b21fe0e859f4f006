package io.itinera.collector.domain;

import org.jspecify.annotations.Nullable;

/**
 * What people recognise an event by, as it was sent, whether it was taken or not.
 *
 * @param type the call, when it says one
 * @param name a track's event name, a page's or screen's name
 * @param messageId the id that the event is kept under; for a refused one, what the sender gave
 * @param userId the company's own id
 * @param anonymousId the device's id
 */
public record Headline(
        @Nullable String type,
        @Nullable String name,
        @Nullable String messageId,
        @Nullable String userId,
        @Nullable String anonymousId) {

    static Headline of(Draft draft) {
        String event = draft.text(Text.EVENT);
        return new Headline(
                cut(draft.text(Text.TYPE)),
                cut(event == null ? draft.text(Text.NAME) : event),
                cut(draft.text(Text.MESSAGE_ID)),
                cut(draft.text(Text.USER_ID)),
                cut(draft.text(Text.ANONYMOUS_ID)));
    }

    Headline keptAs(String id) {
        return new Headline(type, name, id, userId, anonymousId);
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= Limits.MESSAGE_ID_LENGTH) {
            return text;
        }
        return text.substring(0, Limits.MESSAGE_ID_LENGTH);
    }
}
