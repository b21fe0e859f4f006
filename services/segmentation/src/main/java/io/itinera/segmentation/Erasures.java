package io.itinera.segmentation;

import io.itinera.contracts.erasures.ErasureLift;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasureRequest;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.erasures.Removed;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.people.Erasing;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import io.itinera.segmentation.store.ErasingStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.TimelineStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How is a person forgotten? At once in every answer, when the request's turn comes: what was known
 * of them gives way to a note that they were erased. Their timeline is taken out in turns. Everyone
 * who had become them, and everything that their names begin, is told to forget too and answers
 * with what else leads to them; the receipt follows the last answer. What still comes for them is
 * not taken, and leaves nothing.
 */
final class Erasures {
    private final PeopleStore people;
    private final ErasingStore erasing;
    private final Partings partings;
    private final Remnants remnants;
    private final Oblivions oblivions;
    private final Lifts lifts;
    private final Stragglers stragglers;
    private final StepTwo.Outlet outlet;
    private final int partitions;
    private final int partBytes;
    private final ReceiptTerms terms;

    Erasures(
            PeopleStore people,
            Partings partings,
            Remnants remnants,
            StepTwo.Outlet outlet,
            int partitions,
            int partBytes,
            ReceiptTerms terms) {
        this.people = people;
        this.erasing = people.erasing();
        this.partings = partings;
        this.remnants = remnants;
        this.oblivions = new Oblivions(people.erased(), outlet);
        this.lifts = new Lifts(people, oblivions, outlet);
        this.stragglers = new Stragglers(erasing, this, oblivions);
        this.outlet = outlet;
        this.partitions = partitions;
        this.partBytes = partBytes;
        this.terms = terms;
    }

    /** What comes for those who were erased. */
    Stragglers stragglers() {
        return stragglers;
    }

    /** Takes what is told of erasures, save a request, whose turn comes. */
    void take(OfErasure record) {
        switch (record) {
            case OfErasure.ErasureAsked it -> asked(it);
            case OfErasure.Erase it -> remnants.erase(it);
            case OfErasure.WentAround it -> remnants.answer(it.erasure());
            case OfErasure.Forgotten it -> forgotten(it);
            case OfErasure.Lifted it -> lifts.lifted(it);
        }
    }

    /** Takes what people say of erasures, which goes to where the customer lives. */
    void take(ErasuresRecord record) {
        String workspace = record.workspace();
        switch (record) {
            case ErasureRequest it ->
                    tell(
                            new OfErasure.ErasureAsked(
                                    workspace,
                                    it.customer(),
                                    it.id(),
                                    it.hash(),
                                    it.begun() == null ? it.customer() : it.begun(),
                                    it.at()));
            case ErasureLift it ->
                    outlet.tell(
                            workspace,
                            it.customer(),
                            new OfErasure.Lifted(workspace, it.customer(), it.id(), it.at()),
                            it.at());
            case ErasureReceipt _ -> {
                // It is kept to be shown.
            }
        }
    }

    /** Somebody is to be erased: whoever they are by now. */
    void asked(OfErasure.ErasureAsked it) {
        partings.hurry(it.customer());
        switch (people.find(it.workspace(), it.customer())) {
            case Resident.Moved moved -> tell(it.to(moved.into()));
            case Resident.Erased erased when !erased.root().equals(it.customer()) ->
                    tell(it.to(erased.root()));
            case Resident.Erased erased -> again(it, erased);
            case Customer customer -> begin(it, customer);
        }
    }

    private void tell(OfErasure.ErasureAsked it) {
        outlet.tell(it.workspace(), it.customer(), it, it.at());
    }

    /** Who was erased already is answered with the same receipt. */
    private void again(OfErasure.ErasureAsked it, Resident.Erased erased) {
        String workspace = it.workspace();
        if (it.hash() != null) {
            Erasure late =
                    new Erasure(
                            workspace,
                            erased.erasure(),
                            erased.root(),
                            Set.of(erased.root()),
                            it.at(),
                            Erasure.Answer.NOT_AWAITED);
            oblivions.erase(late, it.begun(), Tie.NAMED, it.hash());
        }
        erasing.of(workspace, it.customer())
                .ifPresent(
                        underway ->
                                erasing.keep(
                                        underway.with(
                                                underway.erasing().askedAgain(it.erasure()))));
        people.erased()
                .find(workspace, it.customer())
                .ifPresent(
                        done -> {
                            people.erased()
                                    .keep(done.with(done.erasing().askedAgain(it.erasure())));
                            tellReceipt(done, it.erasure());
                        });
    }

    private void begin(OfErasure.ErasureAsked it, Customer customer) {
        String workspace = it.workspace();
        UUID root = customer.id();
        Resident.Erased note = new Resident.Erased(it.erasure(), root);
        Remnants.Taken taken = remnants.takeOut(customer, note, it.at());
        Set<UUID> theirs = Oblivions.users(workspace, taken.leads().names());
        theirs.add(root);
        Erasure erasure =
                new Erasure(workspace, it.erasure(), root, theirs, it.at(), Erasure.Answer.AWAITED);
        Erasing begun = follow(Erasing.of(erasure, taken.removed()), erasure, root, taken.leads());
        if (it.hash() != null) {
            oblivions.erase(erasure, it.begun(), Tie.NAMED, it.hash());
            begun = begun.awaiting(1);
        }
        goOn(ErasingStore.Underway.of(goAround(begun)));
    }

    private Erasing goAround(Erasing begun) {
        Erasure erasure = begun.erasure();
        for (int partition = 0; partition < partitions; partition++) {
            outlet.tell(partition, new OfErasure.WentAround(erasure), erasure.at());
        }
        return begun.awaiting(partitions);
    }

    /** Tells everyone whom these lead to, and waits for their answers. */
    Erasing follow(Erasing erased, Erasure erasure, UUID found, Leads leads) {
        return erased.awaiting(oblivions.spread(erasure, found, leads));
    }

    /** Goes on as far as the budget allows, a part of each timeline in turn. */
    void turn(Clockwork.Budget budget) {
        Optional<ErasingStore.Underway> next = erasing.next();
        while (next.isPresent() && budget.allows()) {
            goOn(next.get());
            next = erasing.next();
        }
    }

    /** A timeline has names that made room for newer ones, too. */
    private void goOn(ErasingStore.Underway underway) {
        Erasing now = underway.erasing();
        Erasure erasure = now.erasure();
        TimelineStore.Part part = people.takeOut(erasure.root(), underway.start(), partBytes);
        Leads leads = Leads.of(oblivions.news(erasure, part.entries()));
        Erasing after =
                follow(
                        now.with(Removals.NONE.and(Removals.TIMELINE, part.entries().size())),
                        erasure,
                        erasure.root(),
                        leads);
        keep(new ErasingStore.Underway(after, part.next(), null, null));
    }

    /** Keeps how far an erasure has come; the receipt follows when nothing is left to be done. */
    void keep(ErasingStore.Underway underway) {
        if (!underway.isDone()) {
            erasing.keep(underway);
            return;
        }
        Instant now = terms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        ErasingStore.Underway done = underway.done(now, now.plus(terms.filesCleanAfter()));
        erasing.finish(done);
        people.erased().keep(done);
        oblivions.done(done.erasing().erasure());
        tellReceipt(done, done.erasing().erasure().id());
        done.erasing().again().forEach(other -> tellReceipt(done, other));
    }

    /** Under another id where the same was asked for twice. */
    private void tellReceipt(ErasingStore.Underway done, UUID id) {
        Erasing erased = done.erasing();
        List<Removed> removed = new ArrayList<>();
        erased.removed().byStore().forEach((it, count) -> removed.add(new Removed(it, count)));
        outlet.tell(
                new ErasureReceipt(
                        id,
                        erased.erasure().workspace(),
                        ErasureDesk.SERVICE,
                        erased.erasure().root(),
                        List.copyOf(people.erased().customers(done)),
                        removed,
                        erased.erasure().at(),
                        done.doneAt(),
                        done.cleanBy(),
                        Map.of()));
    }

    private void forgotten(OfErasure.Forgotten it) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        UUID root = erasure.root();
        if (erasure.answer() == Erasure.Answer.RETURNED) {
            oblivions.spread(erasure, it.part(), it.leads());
            return;
        }
        if (!people.find(workspace, root).equals(new Resident.Erased(erasure.id(), root))) {
            lifts.answeredTooLate(it);
            return;
        }
        if (it.hash() != null) {
            people.erased().suppressed(erasure, it.hash(), it.part());
        }
        ErasingStore.Underway now = erasing.of(workspace, root).orElse(null);
        if (now == null || erasure.answer() == Erasure.Answer.NOT_AWAITED) {
            oblivions.spread(erasure, it.part(), it.leads());
            return;
        }
        Erasing answered = now.erasing().answered(it.removed());
        keep(now.with(follow(answered, erasure, it.part(), it.leads())));
    }
}
