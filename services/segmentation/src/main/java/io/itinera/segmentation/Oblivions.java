package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.events.Event;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Names;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who else has something of an erased person? Everyone who had become them; the device of each
 * anonymous id, which says whether it is still theirs; and whoever another of their names begins.
 */
final class Oblivions {
    private final StepTwo.Outlet outlet;

    Oblivions(StepTwo.Outlet outlet) {
        this.outlet = outlet;
    }

    /** How much is known of a customer. */
    static Removals of(Customer customer) {
        int[] names = {0};
        customer.identities().each((_, _) -> names[0]++);
        return Removals.NONE
                .and(Removals.PROFILES, customer.isNew() ? 0 : 1)
                .and(Removals.IDENTITIES, names[0])
                .and(
                        Removals.MEMBERSHIPS,
                        customer.standings().values().stream().filter(Standing::member).count())
                .and(Removals.TIMERS, customer.wakesAt().isPresent() ? 1 : 0);
    }

    /** The customers of whom it is certain that they are this one: their own, and their users'. */
    static Set<UUID> certain(Customer customer, Set<UUID> origins) {
        Set<UUID> certain = new HashSet<>();
        certain.add(customer.id());
        customer.identities()
                .each(
                        (name, _) -> {
                            UUID begun = begun(customer.workspace(), name);
                            if (name.kind().equals(Identities.USER) || origins.contains(begun)) {
                                certain.add(begun);
                            }
                        });
        return certain;
    }

    /** Tells all of them; how many will answer. */
    long spread(Erasure erasure, KnownIdentities names, Set<UUID> customers) {
        long told = 0;
        for (UUID other : customers) {
            if (!other.equals(erasure.root())) {
                erase(erasure, other, Tie.MERGED, null);
                told++;
            }
        }
        List<Named> all = new ArrayList<>();
        names.each((name, _) -> all.add(name));
        return told + spread(erasure, all);
    }

    private long spread(Erasure erasure, Collection<Named> names) {
        for (Named name : names) {
            if (name.kind().equals(Identities.ANONYMOUS)) {
                outlet.forget(Oblivion.of(erasure, name.value()));
            } else {
                String hash = IdentityHash.of(erasure.workspace(), name);
                erase(erasure, begun(erasure.workspace(), name), Tie.NAMED, hash);
            }
        }
        return names.size();
    }

    private void erase(Erasure erasure, UUID customer, Tie tie, @Nullable String hash) {
        outlet.tell(
                erasure.workspace(),
                customer,
                new OfErasure.Erase(erasure, customer, tie, hash, Removals.NONE),
                erasure.at());
    }

    /** What an event that came too late has told step one, or would suppress. */
    void late(UUID id, Resident.Erased erased, Happening happening) {
        if (happening instanceof Happening.Did(Event event)) {
            Set<UUID> certain = new HashSet<>(List.of(id, erased.root()));
            if (event.userId() != null) {
                certain.add(Ids.customer(event.workspace(), Identities.USER, event.userId()));
            }
            spread(late(event.workspace(), erased, certain, happening.at()), Names.of(event));
        }
    }

    /** Whoever arrives too late leaves nothing where they came from. */
    void late(Resident.Erased erased, PeopleRecord.Arrived it) {
        Customer customer = it.customer();
        Set<UUID> certain = new HashSet<>(certain(customer, it.origins()));
        certain.add(erased.root());
        certain.add(it.merge().into());
        Erasure erasure = late(customer.workspace(), erased, certain, it.at());
        spread(erasure, customer.identities(), it.origins());
    }

    /** Nor does a device that was found to be theirs too late. */
    void late(Resident.Erased erased, PeopleRecord.Noted it) {
        Named name = it.line().grounds().identity();
        if (name != null && name.kind().equals(Identities.ANONYMOUS)) {
            Set<UUID> certain = new HashSet<>(List.of(erased.root(), it.customer()));
            spread(late(it.workspace(), erased, certain, it.line().at()), List.of(name));
        }
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

    private static UUID begun(String workspace, Named name) {
        return Ids.customer(workspace, name.kind(), name.value());
    }
}
