package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.attributes.AttributeBook;
import io.itinera.segmentation.domain.attributes.News;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an input makes of a customer. First the changes of segments that were due run, each
 * at its due time; then the segments that are being computed over everyone ask this customer; then
 * the input itself is applied.
 */
public final class Life {
    /** More changes by time in one step than any rules can ask for: a defect, not a load. */
    static final int MAX_WAKES = 10_000;

    /** Told with the first that happens to a customer. */
    static final String CREATED = "customer.created";

    private final Rulebook rules;
    private final KnownAccounts accounts;
    private final Segments segments;
    private final Story story;
    private History history;
    private Customer customer;

    private Life(Rulebook rules, Customer customer, History history, KnownAccounts accounts) {
        this.rules = rules;
        this.segments = new Segments(rules, customer.workspace());
        this.customer = customer;
        this.history = history;
        this.accounts = accounts;
        this.story = new Story();
    }

    /**
     * One step.
     *
     * @param rules what holds
     * @param before the customer as they are
     * @param input what moves them
     * @param now the time it is applied at; a customer's time never runs backwards
     * @param history what they did, without the input
     * @param accounts what is known of accounts
     */
    public static Decision step(
            Rulebook rules,
            Customer before,
            Input input,
            Instant now,
            History history,
            KnownAccounts accounts) {
        Life life = new Life(rules, before, history, accounts);
        Instant moment = input.notBefore(before.notBefore(now));
        if (!before.isNew()) {
            life.wakeUntil(moment);
            life.answerComputations(moment);
        }
        life.apply(input, moment);
        return new Decision(life.customer, life.story.activities());
    }

    private void apply(Input input, Instant now) {
        switch (input) {
            case Input.Happened happened -> happen(happened.entry(), now);
            case Input.TimePassed passed -> passTime(now);
            case Input.AccountTold told -> learn(told, now);
            case Input.Joined joined -> join(joined, now);
            case Input.Ended ended -> end(ended, now);
            case Input.Parted parted -> part(parted, now);
            case Input.Erased erased -> erase(erased, now);
        }
    }

    /** Of whom nothing is known, nothing is decided either: they stay new. */
    private void passTime(Instant now) {
        if (!customer.isNew()) {
            customer = Changes.of(customer).at(now);
        }
    }

    private void wakeUntil(Instant now) {
        for (int wakes = 0; wakes < MAX_WAKES; wakes++) {
            Optional<Instant> due = customer.wakesAt().filter(at -> !at.isAfter(now));
            if (due.isEmpty()) {
                return;
            }
            wake(due.get());
        }
        throw new IllegalStateException(
                "a segment of workspace " + customer.workspace() + " asks for time without end");
    }

    private void wake(Instant due) {
        Changes changes = Changes.of(customer);
        changes.expire(due);
        reckoning(changes, due, history).due();
        Set<String> followed = follow(changes, due, Story.id(customer, due), due, null);
        customer = changes.at(due);
        List<SegmentRule> woken = new ArrayList<>(segments.touched(followed, changes));
        woken.addAll(segments.due(customer, changes, due));
        Asked asked = asked(due, changes);
        segments.ask(woken, changes, asked, ActivityCause.time);
        customer = changes.at(due);
        if (changes.any()) {
            story.timePassed(customer, due, changes, answering(due, asked));
        }
    }

    /** Takes in what follows, and asks whoever goes by it; from then on it is history. */
    private Set<String> follow(
            Changes changes, Instant now, String activity, Instant at, @Nullable String repeated) {
        Following following = new Following(changes, activity, at, repeated, history);
        following.all((names, seen) -> reckoning(changes, now, seen).followed(names));
        history = following.history();
        return following.names();
    }

    private Reckoning reckoning(Changes changes, Instant now, History seen) {
        return new Reckoning(
                rules.attributes(customer.workspace()), changes, customer.id(), now, seen);
    }

    private Function<News, Map<String, Boolean>> answering(Instant at, Asked asked) {
        return news -> Answers.of(rules, customer.workspace(), news, at, asked);
    }

    private Asked asked(Instant now, Changes changes) {
        return Asked.at(now, customer, changes.memberships(), history, accounts);
    }

    private void answerComputations(Instant now) {
        answerAttributes(now);
        for (SegmentRule rule : rules.computing(customer.workspace())) {
            Standing standing = customer.standings().get(rule.segment());
            if (standing != null && standing.version() == rule.version()) {
                continue;
            }
            Changes changes = Changes.of(customer);
            segments.ask(List.of(rule), changes, asked(now, changes), rule.cause());
            customer = changes.at(now);
            if (changes.memberships().changed()
                    && rule.audience() == SegmentRule.Audience.EVERYONE) {
                story.computed(
                        customer, now, rule.cause(), rule.segment(), rule.version(), changes);
            }
        }
    }

    /** Nothing is told by a name of its own: it is not the day's news what somebody published. */
    private void answerAttributes(Instant now) {
        AttributeBook book = rules.attributes(customer.workspace());
        for (Attribute attribute : book.computing()) {
            Attained said = customer.attained().get(attribute.key());
            if (said != null && said.version() == attribute.version()) {
                continue;
            }
            Changes changes = Changes.of(customer);
            reckoning(changes, now, history).ask(List.of(attribute));
            customer = changes.at(now);
            segments.ask(
                    segments.touched(Set.of(), changes),
                    changes,
                    asked(now, changes),
                    attribute.cause());
            customer = changes.at(now);
            if (!changes.facts().changed().isEmpty()) {
                story.computed(
                        customer,
                        now,
                        attribute.cause(),
                        attribute.key(),
                        attribute.version(),
                        changes);
            }
        }
    }

    private void reckon(Happening happening, Changes changes, Instant now) {
        Reckoning reckoning = reckoning(changes, now, history);
        if (customer.isNew()) {
            changes.tell(new News(CREATED, Map.of()));
            reckoning.all();
            return;
        }
        reckoning.touched(happening.name());
    }

    private void happen(Entry entry, Instant now) {
        Happening happening = entry.happening();
        boolean first = customer.isNew();
        Customer before = customer;
        history = new HistoryWith(history, happening, customer.latestKept());
        Changes changes = Changes.of(customer);
        changes.learn(happening);
        changes.saw(happening);
        reckon(happening, changes, now);
        String name = happening.name();
        Set<String> names = new HashSet<>(Set.of(name));
        names.addAll(follow(changes, now, Story.id(happening), happening.at(), name));
        Set<SegmentRule> touched = segments.touched(names, changes);
        if (first) {
            touched.addAll(rules.innate(customer.workspace()));
        }
        customer = changes.at(now);
        if (accounts.isAnother(before, customer)) {
            touched.addAll(rules.askingAccounts(customer.workspace()));
        }
        Asked asked = asked(now, changes);
        segments.ask(touched, changes, asked, Story.cause(happening));
        customer = changes.at(now);
        story.happened(
                customer,
                entry,
                changes,
                Answers.of(rules, happening, asked),
                answering(happening.at(), asked));
    }

    private void learn(Input.AccountTold told, Instant now) {
        Changes changes = Changes.of(customer);
        if (accounts.isCurrent(customer, told.account())) {
            segments.ask(
                    told.traits().touched(rules, customer.workspace()),
                    changes,
                    asked(now, changes),
                    told.cause());
        }
        customer = changes.at(now);
        if (changes.any()) {
            story.accountTold(customer, told, now, changes);
        }
    }

    private void join(Input.Joined joined, Instant now) {
        Changes changes = Changes.of(customer);
        changes.learn(joined.other(), rules.attributes(customer.workspace()));
        changes.saw(joined.other());
        Asked asked = askAll(changes, Story.id(joined.merge()), now, ActivityCause.merge);
        customer = changes.at(now);
        story.joined(customer, joined.merge(), now, changes, answering(now, asked));
    }

    private void part(Input.Parted parted, Instant now) {
        Changes changes = Changes.of(customer);
        Asked asked = askAll(changes, Story.id(customer, parted), now, ActivityCause.unmerge);
        changes.memberships().recall(parted.before());
        customer = changes.at(now);
        story.parted(customer, parted, now, changes, answering(now, asked));
    }

    /** Asks all attributes and all segments, whatever has changed. */
    private Asked askAll(Changes changes, String activity, Instant now, ActivityCause cause) {
        reckoning(changes, now, history).all();
        follow(changes, now, activity, now, null);
        customer = changes.at(now);
        Asked asked = asked(now, changes);
        segments.ask(rules.segments(customer.workspace()), changes, asked, cause);
        return asked;
    }

    private void end(Input.Ended ended, Instant now) {
        Changes changes = Changes.of(customer);
        changes.memberships().leaveAll(ActivityCause.merge);
        customer = changes.at(now);
        story.ended(customer, ended.merge(), now, changes);
    }

    private void erase(Input.Erased erased, Instant now) {
        Changes changes = Changes.of(customer);
        changes.memberships().leaveAll(ActivityCause.erasure);
        customer = Customer.unknown(customer.workspace(), customer.id());
        story.erased(customer, erased.erasure(), now, changes);
    }
}
