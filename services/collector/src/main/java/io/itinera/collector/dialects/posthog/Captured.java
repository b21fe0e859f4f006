package io.itinera.collector.dialects.posthog;

import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Item;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.contracts.events.EventType;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of PostHog's events, told as Segment would: what begins with a dollar sign is a call of its
 * own, all else is tracked under its name.
 *
 * @param item the event
 * @param clock what dates it when it says only how long ago it was
 */
record Captured(Item item, InstantSource clock) {
    /** What is said elsewhere in the event: who it was, what they are like, by which library. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "token",
                    "distinct_id",
                    "$device_id",
                    "$anon_distinct_id",
                    "$user_id",
                    "$is_identified",
                    "$process_person_profile",
                    "$set",
                    "$set_once",
                    "$group_set",
                    "alias",
                    "$lib",
                    "$lib_version",
                    "$insert_id");

    private static final int MAX_OFFSET_DIGITS = 15;

    /** One, and the person's new traits as another when a tracked event has some. */
    List<Draft> drafts() {
        if (item.flaw() != null) {
            return List.of(new Drafting(EventType.track).of(item.whole(), item.flaw()));
        }
        return switch (String.valueOf(item.fields().text("event"))) {
            case "$identify", "$set" -> List.of(identify(""));
            case "$create_alias", "$merge_dangerously" -> List.of(alias());
            case "$groupidentify" -> List.of(group());
            case "$pageview" -> List.of(view(EventType.page, null));
            case "$screen" -> List.of(view(EventType.screen, text("$screen_name")));
            default -> track();
        };
    }

    private List<Draft> track() {
        Draft track =
                done(
                        draft(EventType.track, "")
                                .with(Text.EVENT, item.fields().text("event"))
                                .with(Section.PROPERTIES, properties()));
        Slice set = set("$set");
        return set == null || Members.of(set).byName().isEmpty()
                ? List.of(track)
                : List.of(track, identify("-person"));
    }

    private Draft identify(String suffix) {
        return done(draft(EventType.identify, suffix).with(Section.TRAITS, traits()));
    }

    /** What is set once is weaker than what is set. */
    private @Nullable Slice traits() {
        Members once = Members.of(set("$set_once"));
        once.byName().putAll(Members.of(set("$set")).byName());
        return once.byName().isEmpty() ? null : once.written();
    }

    /**
     * What somebody known is called too; a stranger is called so from now on, and the device's id
     * is the one before.
     */
    private Draft alias() {
        String told = item.fields().text("alias");
        String alias = told == null ? text("alias") : told;
        Person person = Person.of(item);
        Drafting draft = draft(EventType.alias, "");
        return done(
                person.isStranger()
                        ? draft.with(Text.USER_ID, alias).with(Text.PREVIOUS_ID, person.device())
                        : draft.with(Text.PREVIOUS_ID, alias));
    }

    private Draft group() {
        return done(
                draft(EventType.group, "")
                        .with(Text.GROUP_ID, text("$group_key"))
                        .with(Section.TRAITS, item.inside().object("$group_set"))
                        .with(Section.PROPERTIES, properties()));
    }

    private Draft view(EventType type, @Nullable String name) {
        Map<String, Slice> properties =
                new LinkedHashMap<>(item.inside().without(ELSEWHERE).byName());
        Surroundings.PAGE.forEach(
                (segments, own) -> {
                    Slice value = item.inside().value(own);
                    if (value != null) {
                        properties.putIfAbsent(segments, value);
                    }
                });
        return done(
                draft(type, "")
                        .with(Text.NAME, name)
                        .with(Section.PROPERTIES, new Members(properties).written()));
    }

    private Drafting draft(EventType type, String suffix) {
        String uuid = item.fields().text("uuid");
        String id = uuid == null ? text("$insert_id") : uuid;
        Drafting draft =
                Person.of(item)
                        .draft(new Drafting(type))
                        .with(Text.MESSAGE_ID, id == null ? null : id + suffix);
        return dated(draft);
    }

    /** How long ago is told at the moment of sending, so nothing of it is the clock's fault. */
    private Drafting dated(Drafting draft) {
        String timestamp = item.fields().text("timestamp");
        String offset = item.fields().text("offset");
        if (timestamp != null || offset == null) {
            return draft.with(Text.TIMESTAMP, timestamp);
        }
        if (!offset.matches("\\d{1," + MAX_OFFSET_DIGITS + "}")) {
            return draft.with(Text.TIMESTAMP, offset);
        }
        long now = clock.millis();
        return draft.with(Text.TIMESTAMP, Long.toString(now - Long.parseLong(offset)))
                .with(Text.SENT_AT, Long.toString(now));
    }

    private Draft done(Drafting draft) {
        return draft.with(Section.CONTEXT, Surroundings.context(item.inside()))
                .of(item.whole(), null);
    }

    /** Everything else that was said of the event. */
    private Slice properties() {
        return item.inside().without(ELSEWHERE).written();
    }

    private @Nullable Slice set(String name) {
        Slice inside = item.inside().object(name);
        return inside == null ? item.fields().object(name) : inside;
    }

    private @Nullable String text(String property) {
        return item.inside().text(property);
    }
}
