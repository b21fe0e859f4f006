package io.itinera.segmentation.domain.customer;

import io.itinera.segmentation.domain.attributes.AttributeBook;
import io.itinera.segmentation.domain.attributes.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer while one input changes them. */
final class Changes {
    private final Customer before;
    private final Facts facts;
    private final Memberships memberships;
    private final Tags tags;
    private final Attainments attained;
    private final Itinerary itinerary;
    private final Belongings accounts;
    private final List<News> news = new ArrayList<>();
    private @Nullable Instant firstSeen;
    private @Nullable Instant lastSeen;
    private long events;

    private Changes(Customer before) {
        this.before = before;
        this.facts = new Facts(before);
        this.memberships = new Memberships(before.standings());
        this.tags = new Tags(before.tags());
        this.attained = new Attainments(before.attained());
        this.itinerary = new Itinerary(before.journeys());
        this.accounts = new Belongings(before.accounts());
        this.firstSeen = before.firstSeen();
        this.lastSeen = before.lastSeen();
        this.events = before.events();
    }

    static Changes of(Customer before) {
        return new Changes(before);
    }

    Facts facts() {
        return facts;
    }

    Memberships memberships() {
        return memberships;
    }

    Attainments attained() {
        return attained;
    }

    Itinerary itinerary() {
        return itinerary;
    }

    String workspace() {
        return before.workspace();
    }

    /** Takes in what is said in a happening. */
    void learn(Happening happening) {
        facts.learn(happening);
        accounts.learn(happening);
        if (happening instanceof Happening.Underwent underwent) {
            tags.learn(underwent.outcome());
            itinerary.learn(underwent.outcome());
            noteTags();
        }
    }

    /** Takes in what was known of a customer who was found to be this one. */
    void learn(Customer other, AttributeBook book) {
        facts.learn(other);
        accounts.learn(other);
        tags.learn(other);
        itinerary.learn(other);
        noteTags();
        attained.learn(other, book);
    }

    /** Takes away the tags that end by themselves at a moment. */
    void expire(Instant due) {
        tags.expire(due);
        noteTags();
    }

    private void noteTags() {
        if (tags.changed()) {
            facts.note(Tags.TRAIT, tags.listed());
        }
    }

    /** Something with a name of its own follows. */
    void tell(News told) {
        news.add(told);
    }

    /** What follows and has a name of its own. */
    List<News> news() {
        List<News> all = new ArrayList<>(news);
        all.addAll(tags.news());
        all.addAll(attained.news());
        return all;
    }

    /** Whether anything is to be told. */
    boolean any() {
        return memberships.changed() || !facts.changed().isEmpty() || !news().isEmpty();
    }

    /** The traits as they are now. */
    Map<String, Object> traitValues() {
        return Customer.traitValues(facts.traits(), tags.listed(), attained.attained());
    }

    /** When a trait got its value; null when it has none. */
    @Nullable Instant saidAt(String trait) {
        Instant since = attained.since(trait);
        Stamped<Object> said = facts.traits().get(trait);
        return since != null || said == null ? since : said.at();
    }

    /** Being sent something is not being seen: outcomes do not count. */
    void saw(Happening happening) {
        if (happening instanceof Happening.Did) {
            saw(happening.occurredAt(), happening.occurredAt());
            events++;
        }
    }

    void saw(Customer other) {
        if (other.firstSeen() != null && other.lastSeen() != null) {
            saw(other.firstSeen(), other.lastSeen());
        }
        events += other.events();
    }

    private void saw(Instant first, Instant last) {
        if (firstSeen == null || first.isBefore(firstSeen)) {
            firstSeen = first;
        }
        if (lastSeen == null || last.isAfter(lastSeen)) {
            lastSeen = last;
        }
    }

    /** So many events, whatever was seen meanwhile. */
    Changes counting(long all) {
        events = all;
        return this;
    }

    /** The customer with these changes, everything about them decided up to a moment. */
    Customer at(Instant clock) {
        return new Customer(
                before.workspace(),
                before.id(),
                facts.identities(),
                facts.traits(),
                facts.consents(),
                tags.tags(),
                attained.attained(),
                itinerary.progress(),
                accounts.accounts(),
                memberships.standings(),
                firstSeen,
                lastSeen,
                events,
                clock);
    }
}
