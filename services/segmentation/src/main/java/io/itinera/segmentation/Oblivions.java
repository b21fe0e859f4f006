package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Names;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import io.itinera.segmentation.store.ErasedStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who else has something of an erased person? Everyone who had become them; the device of each
 * anonymous id, which says whether it is still theirs; and whoever another of their names begins.
 */
final class Oblivions {
    /** How many names of one person are remembered, lest each line of a timeline tells them. */
    static final int REMEMBERED = 10_000;

    private final ErasedStore erased;
    private final StepTwo.Outlet outlet;
    private final Map<UUID, Set<Named>> told = new HashMap<>();

    Oblivions(ErasedStore erased, StepTwo.Outlet outlet) {
        this.erased = erased;
        this.outlet = outlet;
    }

    /**
     * Tells everyone whom these lead to, which were found under an id of the person; how many will
     * answer.
     */
    long spread(Erasure erasure, UUID found, Leads leads) {
        Set<UUID> customers = new HashSet<>();
        for (UUID customer : leads.customers()) {
            if (isNews(erasure, customer)) {
                erase(erasure, customer, Tie.MERGED, null);
                customers.add(customer);
            }
        }
        if (leads.more()) {
            erase(erasure, found, Tie.MERGED, null);
        }
        Set<UUID> certain = users(erasure.workspace(), leads.names());
        certain.add(found);
        remember(erasure, leads.names());
        Erasure known = erasure.with(certain);
        leads.names().forEach(name -> spread(known, name, leads));
        return (long) customers.size() + leads.names().size() + (leads.more() ? 1 : 0);
    }

    /** Of who was let in again nothing is noted. */
    private boolean isNews(Erasure erasure, UUID customer) {
        return !customer.equals(erasure.root())
                && (erasure.answer() == Erasure.Answer.RETURNED
                        || erased.joined(erasure, customer));
    }

    /** The customers whom the user ids among names begin. */
    static Set<UUID> users(String workspace, Collection<Named> names) {
        Set<UUID> users = new HashSet<>();
        for (Named name : names) {
            if (name.kind().equals(Identities.USER)) {
                users.add(begun(workspace, name));
            }
        }
        return users;
    }

    /** Who had become the person is certainly they, whatever else the name has begun. */
    private void spread(Erasure erasure, Named name, Leads leads) {
        UUID begun = begun(erasure.workspace(), name);
        boolean isPart = leads.customers().contains(begun) || erased.isPart(erasure, begun);
        spread(isPart ? erasure.with(Set.of(begun)) : erasure, List.of(name));
    }

    /** Tells whoever has one of these names. */
    void spread(Erasure erasure, Collection<Named> names) {
        for (Named name : names) {
            if (name.kind().equals(Identities.ANONYMOUS)) {
                outlet.forget(Oblivion.of(erasure, name.value()));
            } else {
                String hash = IdentityHash.of(erasure.workspace(), name);
                erase(erasure, begun(erasure.workspace(), name), Tie.NAMED, hash);
            }
        }
    }

    /** Tells one customer. */
    void erase(Erasure erasure, UUID customer, Tie tie, @Nullable String hash) {
        outlet.tell(
                erasure.workspace(),
                customer,
                new OfErasure.Erase(erasure, customer, tie, hash, Removals.NONE),
                erasure.at());
    }

    /** The names in lines of the person's timeline, save those that were told of lately. */
    Set<Named> news(Erasure erasure, Collection<Entry> entries) {
        Set<Named> known = told.getOrDefault(erasure.root(), Set.of());
        Set<Named> news = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.happening() instanceof Happening.Did did) {
                news.addAll(Names.of(did.event()));
            }
        }
        news.removeAll(known);
        return news;
    }

    private void remember(Erasure erasure, Collection<Named> names) {
        if (erasure.answer() == Erasure.Answer.AWAITED) {
            Set<Named> known = told.computeIfAbsent(erasure.root(), _ -> new HashSet<>());
            names.stream().limit(REMEMBERED - known.size()).forEach(known::add);
        }
    }

    /** Nothing more of this erasure is told. */
    void done(Erasure erasure) {
        told.remove(erasure.root());
    }

    private static UUID begun(String workspace, Named name) {
        return Ids.customer(workspace, name.kind(), name.value());
    }
}
