package io.itinera.segmentation;

import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.Removed;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Decision;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.people.Erasing;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
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
import org.jspecify.annotations.Nullable;

/**
 * How is a person forgotten? At once in every answer, when the request's turn comes: what was known
 * of them gives way to a note that they were erased. Their timeline is taken out in turns. Everyone
 * who had become them, and everything that their names begin, is told to forget too and answers;
 * the receipt follows the last answer. What still comes for them is not taken, and leaves nothing.
 */
final class Erasures {
    private final PeopleStore people;
    private final ErasingStore erasing;
    private final Partings partings;
    private final Accounts accounts;
    private final Merges.Decisions decisions;
    private final Oblivions oblivions;
    private final Lifts lifts;
    private final StepTwo.Outlet outlet;
    private final int partBytes;
    private final ReceiptTerms terms;

    Erasures(
            PeopleStore people,
            Partings partings,
            Accounts accounts,
            Merges.Decisions decisions,
            StepTwo.Outlet outlet,
            int partBytes,
            ReceiptTerms terms) {
        this.people = people;
        this.erasing = people.erasing();
        this.partings = partings;
        this.accounts = accounts;
        this.decisions = decisions;
        this.oblivions = new Oblivions(outlet);
        this.lifts = new Lifts(people, outlet);
        this.outlet = outlet;
        this.partBytes = partBytes;
        this.terms = terms;
    }

    /** Takes what is told of erasures, save a request, whose turn comes. */
    void take(OfErasure record) {
        switch (record) {
            case OfErasure.ErasureAsked it -> asked(it);
            case OfErasure.Erase it -> erase(it);
            case OfErasure.Forgotten it -> forgotten(it);
            case OfErasure.Lifted it -> lifts.lifted(it);
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
        suppress(workspace, erased, it.hash(), it.customer(), it.at());
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
        Set<UUID> customers = people.unions().origins(workspace, root);
        Erasure erasure =
                new Erasure(
                        workspace,
                        it.erasure(),
                        root,
                        Oblivions.certain(customer, customers),
                        it.at(),
                        Erasure.Answer.AWAITED);
        Resident.Erased note = new Resident.Erased(it.erasure(), root);
        Removals removed = takeOut(customer, note, it.at());
        suppress(workspace, note, it.hash(), root, it.at());
        long awaited = oblivions.spread(erasure, customer.identities(), customers);
        goOn(ErasingStore.Underway.of(new Erasing(erasure, customers, removed, awaited, Set.of())));
    }

    /** Takes out what is known of a customer, their timeline aside. */
    private Removals takeOut(Customer customer, Resident.Erased note, Instant at) {
        String workspace = customer.workspace();
        UUID id = customer.id();
        Decision decided = decisions.of(customer, new Input.Erased(note.erasure()), at);
        people.erase(customer, note);
        accounts.leave(customer, at);
        decided.activities().forEach(outlet::tell);
        return Oblivions.of(customer).and(takeOutTraces(workspace, id));
    }

    private Removals takeOutTraces(String workspace, UUID id) {
        return Removals.NONE
                .and(Removals.LEDGER, people.ledger().forget(workspace, id))
                .and(Removals.MERGES, people.unions().forgetAll(workspace, id));
    }

    /** Goes on as far as the budget allows, a part of each timeline in turn. */
    void turn(Clockwork.Budget budget) {
        Optional<ErasingStore.Underway> next = erasing.next();
        while (next.isPresent() && budget.allows()) {
            goOn(next.get());
            next = erasing.next();
        }
    }

    private void goOn(ErasingStore.Underway underway) {
        Erasing now = underway.erasing();
        TimelineStore.Part part = people.takeOut(now.erasure().root(), underway.start(), partBytes);
        keep(
                new ErasingStore.Underway(
                        now.with(Removals.NONE.and(Removals.TIMELINE, part.entries().size())),
                        part.next(),
                        null,
                        null));
    }

    private void keep(ErasingStore.Underway underway) {
        if (!underway.isDone()) {
            erasing.keep(underway);
            return;
        }
        Instant now = terms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        ErasingStore.Underway done = underway.done(now, now.plus(terms.filesCleanAfter()));
        erasing.finish(done);
        people.erased().keep(done);
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
                        erased.customers().stream().sorted().toList(),
                        removed,
                        erased.erasure().at(),
                        done.doneAt(),
                        done.cleanBy(),
                        Map.of()));
    }

    /** Something of an erased person may be here. */
    private void erase(OfErasure.Erase it) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        Resident here = people.find(workspace, it.customer());
        Removals removed = it.removed();
        if (isTheirs(it, here)) {
            Resident.Erased note = new Resident.Erased(erasure.id(), erasure.root());
            removed =
                    removed.and(
                            takeOut(
                                    Customer.unknown(workspace, it.customer()),
                                    note,
                                    erasure.at()));
            removed = removed.and(Removals.REDIRECTS, here instanceof Resident.Moved ? 1 : 0);
        }
        OfErasure.Forgotten answer =
                new OfErasure.Forgotten(erasure, it.customer(), it.hash(), removed);
        outlet.tell(workspace, erasure.root(), answer, erasure.at());
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

    private void forgotten(OfErasure.Forgotten it) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        if (!(people.find(workspace, erasure.root()) instanceof Resident.Erased erased)
                || !erased.erasure().equals(erasure.id())) {
            return;
        }
        suppress(workspace, erased, it.hash(), it.part(), erasure.at());
        if (erasure.answer() == Erasure.Answer.AWAITED) {
            erasing.of(workspace, erasure.root())
                    .ifPresent(now -> keep(now.with(now.erasing().answered(it.removed()))));
        }
    }

    private void suppress(
            String workspace,
            Resident.Erased erased,
            @Nullable String hash,
            UUID begun,
            Instant at) {
        if (hash != null && people.erased().suppressed(workspace, erased.root(), hash, begun)) {
            outlet.suppress(workspace, hash, at);
        }
    }

    /** Something comes for one who was erased: whatever it would leave behind is forgotten too. */
    void late(UUID id, Resident.Erased erased, PeopleRecord.Happened it) {
        oblivions.late(id, erased, it.entry().happening());
    }

    /** Somebody becomes one who was erased: they were the same person. */
    void late(Resident.Erased erased, PeopleRecord.Arrived it) {
        oblivions.late(erased, it);
    }

    /** Something was found out of one who was erased. */
    void late(Resident.Erased erased, PeopleRecord.Noted it) {
        oblivions.late(erased, it);
    }
}
