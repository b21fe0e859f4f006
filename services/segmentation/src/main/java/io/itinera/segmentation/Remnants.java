package io.itinera.segmentation;

import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Decision;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import io.itinera.segmentation.store.PeopleStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What of an erased person is under an id? It goes, but for their timeline, and a note takes its
 * place; what leads from there to more of them is said.
 */
final class Remnants {
    private final PeopleStore people;
    private final Accounts accounts;
    private final Merges.Decisions decisions;
    private final StepTwo.Outlet outlet;

    /**
     * What was taken out.
     *
     * @param removed how much
     * @param leads to what more
     */
    record Taken(Removals removed, Leads leads) {
        private static final Taken NOTHING = new Taken(Removals.NONE, Leads.NONE);
    }

    Remnants(
            PeopleStore people,
            Accounts accounts,
            Merges.Decisions decisions,
            StepTwo.Outlet outlet) {
        this.people = people;
        this.accounts = accounts;
        this.decisions = decisions;
        this.outlet = outlet;
    }

    /** Takes out what is known of a customer, their timeline aside. */
    Taken takeOut(Customer customer, Resident.Erased note, Instant at) {
        String workspace = customer.workspace();
        UUID id = customer.id();
        Leads leads = leads(workspace, id, names(customer));
        Decision decided = decisions.of(customer, new Input.Erased(note.erasure()), at);
        people.erase(customer, note);
        accounts.leave(customer, at);
        decided.activities().forEach(outlet::tell);
        Removals removed =
                of(customer)
                        .and(Removals.LEDGER, people.ledger().forget(workspace, id))
                        .and(Removals.MERGES, people.unions().forgetAll(workspace, id));
        return new Taken(removed, leads);
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

    /** Of every name only the latest are known; older ones are where they came from. */
    private Set<Named> names(Customer customer) {
        String workspace = customer.workspace();
        UUID id = customer.id();
        Set<Named> names = new HashSet<>();
        customer.identities().each((name, _) -> names.add(name));
        people.namesOf(workspace, id).each((name, _) -> names.add(name));
        for (LedgerLine line : people.ledger().view().of(workspace, id)) {
            Named name = line.grounds().identity();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private Leads leads(String workspace, UUID id, Set<Named> names) {
        Set<UUID> origins = people.unions().takeOrigins(workspace, id);
        return new Leads(names, origins, people.unions().hasOrigins(workspace, id));
    }

    /** Something of an erased person may be here. */
    void erase(OfErasure.Erase it) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        Resident.Erased note = new Resident.Erased(erasure.id(), erasure.root());
        Resident here = people.find(workspace, it.customer());
        if (isLifted(it, here, note)) {
            return;
        }
        if (it.hash() != null
                && erasure.answer() != Erasure.Answer.RETURNED
                && people.away().keep(workspace, it.customer(), note)) {
            outlet.suppress(workspace, it.hash(), erasure.at());
        }
        Taken taken = taken(it, here, note);
        answer(
                new OfErasure.Forgotten(
                        erasure,
                        it.customer(),
                        it.hash(),
                        it.removed().and(taken.removed()),
                        taken.leads()));
    }

    /**
     * Who was erased is noted so before anybody is told: where they no longer are, this is late.
     */
    private static boolean isLifted(OfErasure.Erase it, Resident here, Resident.Erased note) {
        return it.customer().equals(note.root())
                && it.erasure().answer() != Erasure.Answer.RETURNED
                && !here.equals(note);
    }

    /** Nothing was looked for, and what was told before arrives before this. */
    void answer(Erasure erasure) {
        answer(new OfErasure.Forgotten(erasure, erasure.root(), null, Removals.NONE, Leads.NONE));
    }

    private void answer(OfErasure.Forgotten it) {
        Erasure erasure = it.erasure();
        outlet.tell(erasure.workspace(), erasure.root(), it, erasure.at());
    }

    private Taken taken(OfErasure.Erase it, Resident here, Resident.Erased note) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        UUID id = it.customer();
        if (here.equals(note)) {
            return new Taken(Removals.NONE, leads(workspace, id, Set.of()));
        }
        if (!isTheirs(it, here)) {
            return Taken.NOTHING;
        }
        Taken taken = takeOut(Customer.unknown(workspace, id), note, erasure.at());
        if (erasure.answer() == Erasure.Answer.RETURNED) {
            people.letIn(workspace, id, erasure.at());
        }
        int redirects = here instanceof Resident.Moved ? 1 : 0;
        return new Taken(taken.removed().and(Removals.REDIRECTS, redirects), taken.leads());
    }

    /** Whoever lives here by themselves is not: what they share with the person is a name. */
    private static boolean isTheirs(OfErasure.Erase it, Resident here) {
        return switch (here) {
            case Customer customer -> customer.isNew();
            case Resident.Moved moved ->
                    it.tie() == Tie.MERGED || it.erasure().theirs().contains(moved.into());
            case Resident.Erased _ -> false;
        };
    }
}
