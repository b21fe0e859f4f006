package io.itinera.collector.domain;

import io.itinera.contracts.events.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of an event before it is taken; the first thing that does not is its flaw. */
final class Checks {
    private static final List<Text> ALL = List.of(Text.values());
    private static final List<Text> DATES = List.of(Text.TIMESTAMP, Text.ORIGINAL_TIMESTAMP);
    private static final List<Text> BOUNDED =
            List.of(
                    Text.EVENT,
                    Text.NAME,
                    Text.CATEGORY,
                    Text.USER_ID,
                    Text.ANONYMOUS_ID,
                    Text.PREVIOUS_ID,
                    Text.GROUP_ID);

    private static final Map<String, Optional<EventType>> TYPES =
            Stream.of(EventType.values())
                    .collect(Collectors.toUnmodifiableMap(EventType::name, Optional::of));

    private final Limits limits;
    private final int sharedBytes;
    private final @Nullable Flaw sharedFlaw;
    private final LastDate dates;

    /**
     * @param shared the context that every event of the request gets
     */
    Checks(Limits limits, @Nullable Slice shared, LastDate dates) {
        this.limits = limits;
        this.dates = dates;
        this.sharedBytes = shared == null ? 0 : shared.length();
        this.sharedFlaw = shared == null ? null : Escapes.flaw(shared);
    }

    @Nullable Flaw flaw(int index, Draft draft) {
        if (index >= limits.events()) {
            return flaw(Reason.TOO_MANY_EVENTS, "more than " + limits.events() + " events");
        }
        if (draft.whole().length() + sharedBytes > limits.eventBytes()) {
            return flaw(Reason.EVENT_TOO_LARGE, "more than " + limits.eventBytes() + " bytes");
        }
        if (draft.flaw() != null) {
            return draft.flaw();
        }
        Flaw characters = sharedFlaw == null ? Escapes.flaw(draft.whole()) : sharedFlaw;
        if (characters != null) {
            return characters;
        }
        Flaw fields = texts(draft);
        return fields == null ? type(draft) : fields;
    }

    private @Nullable Flaw texts(Draft draft) {
        for (Text field : ALL) {
            String text = draft.text(field);
            if (text != null && text.indexOf(0) >= 0) {
                return Escapes.nul();
            }
        }
        for (Text field : BOUNDED) {
            String text = draft.text(field);
            if (text != null && text.length() > limits.textLength()) {
                return flaw(
                        Reason.TEXT_TOO_LONG,
                        field.segmentName()
                                + " has more than "
                                + limits.textLength()
                                + " characters");
            }
        }
        for (Text field : DATES) {
            String text = draft.text(field);
            if (text != null && dates.at(text).isEmpty()) {
                return flaw(
                        Reason.INVALID_TIMESTAMP,
                        field.segmentName() + " is no ISO-8601 date of the years 1970 to 9999");
            }
        }
        return null;
    }

    private static @Nullable Flaw type(Draft draft) {
        String name = draft.text(Text.TYPE);
        if (name == null) {
            return flaw(Reason.NO_TYPE, "an event of a batch must have a type");
        }
        Optional<EventType> type = typeOf(name);
        if (type.isEmpty()) {
            return flaw(
                    Reason.UNKNOWN_TYPE,
                    "the type must be identify, track, page, screen, group or alias");
        }
        return switch (type.get()) {
            case track ->
                    needs(draft, Text.EVENT, Reason.NO_EVENT_NAME, "a track must have an event");
            case group ->
                    needs(draft, Text.GROUP_ID, Reason.NO_GROUP_ID, "a group must have a groupId");
            case alias -> alias(draft);
            case identify, page, screen -> null;
        };
    }

    private static @Nullable Flaw alias(Draft draft) {
        Flaw flaw = needs(draft, Text.USER_ID, Reason.NO_ID, "an alias must have a userId");
        return flaw == null
                ? needs(
                        draft,
                        Text.PREVIOUS_ID,
                        Reason.NO_PREVIOUS_ID,
                        "an alias must have a previousId")
                : flaw;
    }

    private static @Nullable Flaw needs(Draft draft, Text field, Reason reason, String detail) {
        return draft.text(field) == null ? flaw(reason, detail) : null;
    }

    static Optional<EventType> typeOf(String name) {
        return TYPES.getOrDefault(name, Optional.empty());
    }

    private static Flaw flaw(Reason reason, String detail) {
        return new Flaw(reason, detail);
    }
}
