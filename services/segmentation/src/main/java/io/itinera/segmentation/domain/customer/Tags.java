package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.attributes.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A customer's tags while they are being changed; the last said by its own time holds. */
final class Tags {
    /** The trait that lists them. */
    static final String TRAIT = "tags";

    /** How many tags of a customer are known, those taken away included. */
    static final int MAX = 50;

    /**
     * How many characters the tags of a customer have at most, for they travel with the profile.
     */
    static final int MAX_SIZE = 1_024;

    /** How many characters a tag has at most. */
    static final int MAX_NAME = 100;

    private static final String EXPIRY = "expiry";

    private final SortedMap<String, Tag> tags;
    private final List<News> news = new ArrayList<>();

    Tags(SortedMap<String, Tag> tags) {
        this.tags = new TreeMap<>(tags);
    }

    SortedMap<String, Tag> tags() {
        return tags;
    }

    List<News> news() {
        return news;
    }

    boolean changed() {
        return !news.isEmpty();
    }

    @Nullable List<Object> listed() {
        return listed(tags);
    }

    /** The tags that a customer has; null for none. */
    static @Nullable List<Object> listed(SortedMap<String, Tag> tags) {
        List<Object> on = new ArrayList<>();
        tags.forEach(
                (name, tag) -> {
                    if (tag.on()) {
                        on.add(name);
                    }
                });
        return on.isEmpty() ? null : on;
    }

    void learn(Outcome outcome) {
        boolean on = outcome.name() == OutcomeName.TAG_ADDED;
        if ((on || outcome.name() == OutcomeName.TAG_REMOVED)
                && outcome.properties().get("tag") instanceof String name
                && !name.isBlank()
                && name.length() <= MAX_NAME) {
            Instant until = on ? Conditions.moment(outcome.properties().get("until")) : null;
            Tag tag = new Tag(on, outcome.occurredAt(), by(outcome), until);
            say(name, until != null && !until.isAfter(outcome.occurredAt()) ? tag.ended() : tag);
        }
    }

    /** What was said of the tags of a customer who was found to be this one. */
    void learn(Customer other) {
        other.tags().forEach(this::say);
    }

    /** Takes away what ends by itself at a moment. */
    void expire(Instant due) {
        for (Map.Entry<String, Tag> each : tags.entrySet()) {
            Tag tag = each.getValue();
            if (tag.on() && tag.until() != null && !tag.until().isAfter(due)) {
                each.setValue(tag.ended());
                news.add(news(OutcomeName.TAG_REMOVED, each.getKey(), EXPIRY));
            }
        }
    }

    private void say(String name, Tag said) {
        Tag known = tags.get(name);
        if (known == null ? !fits(name) : said.at().isBefore(known.at())) {
            return;
        }
        tags.put(name, said);
        if (said.on() != (known != null && known.on())) {
            OutcomeName told = said.on() ? OutcomeName.TAG_ADDED : OutcomeName.TAG_REMOVED;
            news.add(news(told, name, said.by()));
        }
    }

    private boolean fits(String name) {
        int size = tags.keySet().stream().mapToInt(String::length).sum() + name.length();
        return tags.size() < MAX && size <= MAX_SIZE;
    }

    private static News news(OutcomeName told, String name, String by) {
        return new News(told.wire(), Map.of("tag", name, "by", by));
    }

    private static String by(Outcome outcome) {
        if (outcome.properties().get("by") instanceof String by) {
            return by;
        }
        return outcome.cause() == null ? "unknown" : "journey/" + outcome.cause().journey();
    }
}
