package io.itinera.segmentation;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.events.Event;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Names;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.PeopleStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose is a name that is one person's alone? Each name begins a customer of its own, and where
 * that customer lives it is decided: the first user who claims it has it, with all that was done
 * under it. Whoever claims it later is noted, and nothing is merged.
 */
final class NameClaims {
    private final PeopleStore people;
    private final Rules rules;
    private final Merges merges;
    private final StepTwo.Outlet outlet;

    NameClaims(PeopleStore people, Rules rules, Merges merges, StepTwo.Outlet outlet) {
        this.people = people;
        this.rules = rules;
        this.merges = merges;
        this.outlet = outlet;
    }

    /**
     * Who an event without a user id and a device is about, by the workspace's order of kinds;
     * empty when it is whom it was taken for.
     */
    Optional<UUID> owner(UUID customer, Entry entry) {
        if (!(entry.happening() instanceof Happening.Did(Event event))
                || event.userId() != null
                || event.anonymousId() != null
                || !entry.origin().equals(customer)) {
            return Optional.empty();
        }
        List<String> unique = unique(event.workspace());
        return Names.others(event).stream()
                .filter(name -> unique.contains(name.kind()))
                .min(Comparator.comparingInt(name -> unique.indexOf(name.kind())))
                .map(name -> Ids.customer(event.workspace(), name.kind(), name.value()))
                .filter(owner -> !owner.equals(customer));
    }

    /** A user claims the names that an event gives them, those that are not known to be theirs. */
    void claim(Customer before, Happening happening) {
        if (!(happening instanceof Happening.Did(Event event)) || event.userId() == null) {
            return;
        }
        IdentityRules told = rules.identities(event.workspace()).orElse(null);
        if (told == null) {
            return;
        }
        for (Named name : Names.others(event)) {
            if (told.unique().contains(name.kind()) && !isTheirs(before, name, told)) {
                UUID customer = Ids.customer(event.workspace(), name.kind(), name.value());
                tell(
                        new PeopleRecord.Claimed(
                                event.workspace(),
                                customer,
                                before.id(),
                                happening.at(),
                                Grounds.of(event, name)));
            }
        }
    }

    /** Names that they had before the rule are claimed when they are said again. */
    private static boolean isTheirs(Customer customer, Named name, IdentityRules told) {
        Identity known = customer.identities().of(name.kind()).get(name.value());
        return known != null && !known.lastAt().isBefore(told.changedAt());
    }

    /** Decides a claim of the name that this customer began. */
    void decide(PeopleRecord.Claimed it) {
        UUID claimant = it.claimant();
        if (claimant.equals(it.customer())) {
            return;
        }
        switch (people.find(it.workspace(), it.customer())) {
            case Resident.Moved moved -> tell(it.passedOnTo(moved.into()));
            case Resident.Erased _ -> {
                // The name was said before, or is not taken: it is nobody's.
            }
            case Customer customer when isBegunBy(customer.id(), it) -> link(it, customer);
            case Customer customer -> contest(it, customer.id());
        }
    }

    /** Whether the name that is claimed began this customer, who became nobody else since. */
    private static boolean isBegunBy(UUID customer, PeopleRecord.Claimed it) {
        Named name = it.grounds().identity();
        return name != null
                && Ids.customer(it.workspace(), name.kind(), name.value()).equals(customer);
    }

    private void link(PeopleRecord.Claimed it, Customer customer) {
        String workspace = it.workspace();
        if (people.unions().isApart(workspace, customer.id())) {
            contest(it, customer.id());
            return;
        }
        note(it, it.claimant(), LedgerLine.Kind.LINKED, customer.id(), it.claimant());
        if (customer.isNew()) {
            people.moveOut(customer, customer, it.claimant());
            return;
        }
        Merge merge = new Merge(customer.id(), it.claimant());
        merges.announce(new PeopleRecord.Announced(workspace, merge, it.at(), false));
        merges.found(new PeopleRecord.Found(workspace, merge, it.at(), it.grounds()));
    }

    /** It is somebody's: it stays theirs, and both ledgers say who else claims it. */
    private void contest(PeopleRecord.Claimed it, UUID owner) {
        note(it, owner, LedgerLine.Kind.CLAIMED, it.claimant(), owner);
        note(it, it.claimant(), LedgerLine.Kind.CLAIMED, it.claimant(), owner);
    }

    private void note(
            PeopleRecord.Claimed it, UUID whose, LedgerLine.Kind kind, UUID from, UUID into) {
        LedgerLine line = new LedgerLine(kind, it.at(), from, into, it.grounds());
        outlet.tell(
                it.workspace(),
                whose,
                new PeopleRecord.Noted(it.workspace(), whose, line),
                it.at());
    }

    private void tell(PeopleRecord.Claimed it) {
        outlet.tell(it.workspace(), it.customer(), it, it.at());
    }

    private List<String> unique(String workspace) {
        return rules.identities(workspace).map(IdentityRules::unique).orElse(List.of());
    }
}
