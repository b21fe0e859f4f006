package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.events.Event;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Names;
import io.itinera.segmentation.domain.people.Erasing;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.store.ErasingStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What comes for one who was erased? It is not taken, and whatever it would leave behind where it
 * came from is forgotten too. A merge that was announced before the receipt is waited for.
 */
final class Stragglers {
    private final ErasingStore erasing;
    private final Erasures erasures;
    private final Oblivions oblivions;

    Stragglers(ErasingStore erasing, Erasures erasures, Oblivions oblivions) {
        this.erasing = erasing;
        this.erasures = erasures;
        this.oblivions = oblivions;
    }

    /** What an event that came too late has told step one, or would suppress. */
    void happened(UUID id, Resident.Erased erased, PeopleRecord.Happened it) {
        if (it.entry().happening() instanceof Happening.Did(Event event)) {
            Set<UUID> certain = new HashSet<>(List.of(id, erased.root()));
            if (event.userId() != null) {
                certain.add(Ids.customer(event.workspace(), Identities.USER, event.userId()));
            }
            Erasure late = late(event.workspace(), erased, certain, it.entry().happening().at());
            oblivions.spread(late, Names.of(event));
        }
    }

    /** A device that was found to be theirs too late. */
    void noted(Resident.Erased erased, PeopleRecord.Noted it) {
        Named name = it.line().grounds().identity();
        if (name != null && name.kind().equals(Identities.ANONYMOUS)) {
            Set<UUID> certain = new HashSet<>(List.of(erased.root(), it.customer()));
            oblivions.spread(late(it.workspace(), erased, certain, it.line().at()), List.of(name));
        }
    }

    /** Somebody is about to become one who is being erased. */
    void announced(PeopleRecord.Announced it) {
        UUID root = it.merge().into();
        erasing.of(it.workspace(), root)
                .ifPresent(
                        now ->
                                erasing.keep(
                                        now.with(now.erasing().awaitingMerge(it.merge().from()))));
    }

    /** Some of what they did; they were the same person. */
    void past(Resident.Erased erased, PeopleRecord.Past it) {
        String workspace = it.workspace();
        UUID from = it.merge().from();
        Erasure late = late(workspace, erased, Set.of(erased.root()), it.at());
        Leads leads = Leads.of(oblivions.news(late, it.entries()));
        Removals removed = Removals.NONE.and(Removals.TIMELINE, it.entries().size());
        follow(late, from, removed, leads);
    }

    /** All that was known of them. */
    void arrived(Resident.Erased erased, PeopleRecord.Arrived it) {
        String workspace = it.customer().workspace();
        UUID from = it.merge().from();
        Erasure late = late(workspace, erased, Set.of(erased.root()), it.at());
        follow(late, from, Remnants.of(it.customer()), leads(it));
        settled(workspace, erased.root(), from);
    }

    private void follow(Erasure late, UUID from, Removals removed, Leads leads) {
        ErasingStore.Underway now = erasing.of(late.workspace(), late.root()).orElse(null);
        if (now == null) {
            oblivions.spread(late, from, leads);
            return;
        }
        Erasing erased = now.erasing().with(removed);
        erasing.keep(now.with(erasures.follow(erased, erased.erasure(), from, leads)));
    }

    /** Nothing more of a merge will come, for which an erasure may have waited. */
    void settled(String workspace, UUID root, UUID from) {
        erasing.of(workspace, root)
                .ifPresent(now -> erasures.keep(now.with(now.erasing().merged(from))));
    }

    /**
     * Somebody became the one who was let in again before they were: what they were is from before
     * it, and they begin anew with them.
     */
    void fromBefore(PeopleRecord.Arrived it, Instant since) {
        Erasure past =
                new Erasure(
                        it.customer().workspace(),
                        it.merge().from(),
                        it.merge().into(),
                        Set.of(),
                        since,
                        Erasure.Answer.RETURNED);
        oblivions.spread(past, it.merge().from(), leads(it));
    }

    private static Leads leads(PeopleRecord.Arrived it) {
        Set<Named> names = new HashSet<>();
        it.customer().identities().each((name, _) -> names.add(name));
        return new Leads(names, it.origins(), false);
    }

    private static Erasure late(
            String workspace, Resident.Erased erased, Set<UUID> certain, Instant at) {
        return new Erasure(
                workspace,
                erased.erasure(),
                erased.root(),
                certain,
                at,
                Erasure.Answer.NOT_AWAITED);
    }
}
