package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer, their timeline aside.
 *
 * @param workspace the tenant
 * @param id the customer
 * @param identities every name they are known to have
 * @param traits by name; a trait that was removed stays as a stamp, so that an older value that
 *     comes late does not bring it back
 * @param consents by channel
 * @param tags by name; one that was taken away stays, as a removed trait does
 * @param attained what attributes say, by their ids
 * @param journeys where they stand with journeys, by id
 * @param accounts those that they belong to, as the company calls them
 * @param standings by segment: memberships, and refusals that time may turn
 * @param firstSeen when their first event happened; null before it
 * @param lastSeen when their latest event happened; null before it
 * @param events how many events they have
 * @param clock up to when everything about them has been decided
 */
public record Customer(
        String workspace,
        UUID id,
        KnownIdentities identities,
        SortedMap<String, Stamped<Object>> traits,
        SortedMap<String, Consent> consents,
        SortedMap<String, Tag> tags,
        SortedMap<String, Attained> attained,
        SortedMap<UUID, Progress> journeys,
        SortedMap<String, Belonging> accounts,
        Map<String, Standing> standings,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        long events,
        Instant clock)
        implements Resident {
    public Customer {
        standings = Standings.of(standings);
    }

    /** A customer of whom nothing is known yet. */
    public static Customer unknown(String workspace, UUID id) {
        return new Customer(
                workspace,
                id,
                KnownIdentities.NONE,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                null,
                0,
                Instant.EPOCH);
    }

    /**
     * The same, standing elsewhere, with so many events, decided up to another moment. What
     * attributes would have said since an earlier state is not made up for.
     */
    public Customer goingOn(
            Map<String, Standing> otherStandings, long otherEvents, Instant otherClock) {
        return new Customer(
                workspace,
                id,
                identities,
                traits,
                consents,
                tags,
                unplanned(),
                journeys,
                accounts,
                otherStandings,
                firstSeen,
                lastSeen,
                otherEvents,
                otherClock);
    }

    /**
     * The same after a merge was undone: runs stay with the one who went on, wherever they began.
     *
     * @param merged the one who went on, as they were until then
     */
    public Customer goingOnWithRunsOf(Customer merged) {
        SortedMap<UUID, Progress> all = new TreeMap<>(withoutRuns().journeys);
        merged.journeys.forEach(
                (journey, its) ->
                        all.merge(journey, its.live(), (own, theirs) -> own.with(theirs)));
        return standing(all);
    }

    /** The same without any run that is under way. */
    public Customer withoutRuns() {
        SortedMap<UUID, Progress> over = new TreeMap<>(journeys);
        over.replaceAll((_, its) -> its.over());
        return standing(over);
    }

    private Customer standing(SortedMap<UUID, Progress> withJourneys) {
        withJourneys.values().removeIf(Progress::isEmpty);
        return with(withJourneys, standings);
    }

    private Customer with(
            SortedMap<UUID, Progress> withJourneys, Map<String, Standing> withStandings) {
        return new Customer(
                workspace,
                id,
                identities,
                traits,
                consents,
                tags,
                attained,
                withJourneys,
                accounts,
                withStandings,
                firstSeen,
                lastSeen,
                events,
                clock);
    }

    /** Of them nothing but their names. */
    public Customer named() {
        Customer nobody = unknown(workspace, id);
        return new Customer(
                workspace,
                id,
                identities,
                nobody.traits,
                nobody.consents,
                nobody.tags,
                nobody.attained,
                nobody.journeys,
                nobody.accounts,
                nobody.standings,
                null,
                null,
                0,
                clock);
    }

    private SortedMap<String, Attained> unplanned() {
        SortedMap<String, Attained> unplanned = new TreeMap<>();
        attained.forEach((key, each) -> unplanned.put(key, each.withoutChange()));
        return unplanned;
    }

    /** Whether nothing has happened to them yet. */
    public boolean isNew() {
        return clock.equals(Instant.EPOCH);
    }

    /** This moment, or a later one up to which everything was decided about them. */
    Instant notBefore(Instant now) {
        return now.isBefore(clock) ? clock : now;
    }

    /** Nothing that is kept of them occurred after this: it was decided about, or done by them. */
    Instant latestKept() {
        if (isNew()) {
            return Instant.MIN;
        }
        return lastSeen == null ? clock : notBefore(lastSeen);
    }

    /** When time alone may next change something; empty for never. */
    public Optional<Instant> wakesAt() {
        Instant first = Standings.of(standings).firstChange().orElse(null);
        for (Attained each : attained.values()) {
            first = earlier(first, each.changesAt());
        }
        for (Tag each : tags.values()) {
            first = earlier(first, each.until());
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    /** The traits as conditions and templates see them. */
    public Map<String, Object> traitValues() {
        return traitValues(traits, Tags.listed(tags), attained);
    }

    /** What was said, then the tags, then what attributes say: of one name, the last holds. */
    static Map<String, Object> traitValues(
            SortedMap<String, Stamped<Object>> traits,
            @Nullable List<Object> tags,
            SortedMap<String, Attained> attained) {
        Map<String, Object> values = new TreeMap<>();
        traits.forEach(
                (name, stamped) -> {
                    if (stamped.value() != null) {
                        values.put(name, stamped.value());
                    }
                });
        if (tags != null) {
            values.put(Tags.TRAIT, tags);
        }
        attained.values().forEach(each -> values.putAll(each.values()));
        return values;
    }

    /** What others are told of them. */
    public Profile profile() {
        return new Profile(identities.newest(), traitValues(), memberships(), consents);
    }

    /** The segments that they are in, in order. */
    public List<String> memberships() {
        return Standings.of(standings).memberships();
    }

    /** The same, standing elsewhere. */
    public Customer with(Standings other) {
        return with(journeys, other);
    }
}
