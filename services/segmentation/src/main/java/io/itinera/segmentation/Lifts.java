package io.itinera.segmentation;

import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.store.ErasedStore;
import io.itinera.segmentation.store.ErasingStore;
import io.itinera.segmentation.store.PeopleStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How is an erased person let in again? They begin anew, and so does everyone who was with them; a
 * name that another erased person has too is let in with the last of them.
 */
final class Lifts {
    /** How many are told at once that the person with whom they were is let in again. */
    static final int AT_ONCE = 1_000;

    private final PeopleStore people;
    private final ErasingStore erasing;
    private final Oblivions oblivions;
    private final StepTwo.Outlet outlet;

    Lifts(PeopleStore people, Oblivions oblivions, StepTwo.Outlet outlet) {
        this.people = people;
        this.erasing = people.erasing();
        this.oblivions = oblivions;
        this.outlet = outlet;
    }

    /** Lets an erased person in again, and everyone with whom they were one. */
    void lifted(OfErasure.Lifted it) {
        letNameIn(it);
        Resident here = people.find(it.workspace(), it.customer());
        if (here.equals(person(it))) {
            letInWhenDone(it);
            return;
        }
        if (here instanceof Resident.Erased erased && isAlsoCalled(it)) {
            lifted(it.as(erased.erasure()));
            return;
        }
        if (it.customer().equals(it.root())) {
            companions(it);
        }
    }

    private void letNameIn(OfErasure.Lifted it) {
        if (it.hash() != null && people.away().letGo(it.workspace(), it.customer(), person(it))) {
            outlet.letIn(it.workspace(), it.hash(), it.at());
        }
    }

    private static Resident.Erased person(OfErasure.Lifted it) {
        return new Resident.Erased(it.erasure(), it.root());
    }

    private void letInWhenDone(OfErasure.Lifted it) {
        if (erasing.of(it.workspace(), it.customer()).isEmpty()) {
            letIn(it);
        }
    }

    private void letIn(OfErasure.Lifted it) {
        String workspace = it.workspace();
        UUID id = it.customer();
        people.away()
                .other(workspace, id, person(it))
                .ifPresentOrElse(
                        other -> people.keepAway(workspace, id, other),
                        () -> people.letIn(workspace, id, it.at()));
        if (id.equals(it.root())) {
            people.erased()
                    .find(workspace, id)
                    .ifPresent(
                            done ->
                                    done.erasing()
                                            .customers()
                                            .forEach(other -> lift(it, other, null)));
            people.erased().forget(workspace, id);
            companions(it);
        }
    }

    /** Whoever was with them is told in turns, though they be erased anew meanwhile. */
    private void companions(OfErasure.Lifted it) {
        List<ErasedStore.Companion> some =
                people.erased().takeOut(it.workspace(), it.root(), it.erasure(), AT_ONCE);
        some.forEach(each -> lift(it, each.customer(), each.hash()));
        if (some.size() == AT_ONCE) {
            tell(it.to(it.root(), null));
        }
    }

    /** Whether it was asked for again under this id. */
    private boolean isAlsoCalled(OfErasure.Lifted it) {
        return people.erased()
                .find(it.workspace(), it.customer())
                .filter(done -> done.erasing().again().contains(it.erasure()))
                .isPresent();
    }

    private void lift(OfErasure.Lifted it, UUID other, @Nullable String hash) {
        if (!other.equals(it.root())) {
            tell(it.to(other, hash));
        } else if (hash != null) {
            letNameIn(it.to(other, hash));
        }
    }

    private void tell(OfErasure.Lifted it) {
        outlet.tell(it.workspace(), it.customer(), it, it.at());
    }

    /** Somebody forgot a person who is let in again by now: they are, too. */
    void answeredTooLate(OfErasure.Forgotten it) {
        Erasure erasure = it.erasure();
        String workspace = erasure.workspace();
        Instant since = people.returns().since(workspace, erasure.root()).orElse(erasure.at());
        oblivions.spread(erasure.returned(since), it.part(), it.leads());
        OfErasure.Lifted lifted =
                new OfErasure.Lifted(workspace, erasure.root(), erasure.id(), since);
        lift(lifted, it.part(), it.hash());
    }
}
