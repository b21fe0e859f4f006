package io.itinera.segmentation;

import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.store.ErasingStore;
import io.itinera.segmentation.store.PeopleStore;
import java.util.UUID;

/**
 * How is an erased person let in again? They begin anew, and so does everyone who was with them.
 */
final class Lifts {
    private final PeopleStore people;
    private final ErasingStore erasing;
    private final StepTwo.Outlet outlet;

    Lifts(PeopleStore people, StepTwo.Outlet outlet) {
        this.people = people;
        this.erasing = people.erasing();
        this.outlet = outlet;
    }

    /** Lets an erased person in again, and everyone with whom they were one. */
    void lifted(OfErasure.Lifted it) {
        String workspace = it.workspace();
        UUID id = it.customer();
        if (!(people.find(workspace, id) instanceof Resident.Erased erased)
                || erasing.of(workspace, id).isPresent()) {
            return;
        }
        if (!erased.erasure().equals(it.erasure())) {
            if (isAlsoCalled(it)) {
                lifted(it.as(erased.erasure()));
            }
            return;
        }
        people.letIn(workspace, id, it.at());
        if (!erased.root().equals(id)) {
            return;
        }
        people.erased()
                .find(workspace, id)
                .ifPresent(done -> done.erasing().customers().forEach(other -> lift(it, other)));
        people.erased()
                .lift(
                        workspace,
                        id,
                        (hash, begun) -> {
                            outlet.letIn(workspace, hash, it.at());
                            lift(it, begun);
                        });
    }

    /** Whether it was asked for again under this id. */
    private boolean isAlsoCalled(OfErasure.Lifted it) {
        return people.erased()
                .find(it.workspace(), it.customer())
                .filter(done -> done.erasing().again().contains(it.erasure()))
                .isPresent();
    }

    private void lift(OfErasure.Lifted it, UUID other) {
        if (!other.equals(it.customer())) {
            outlet.tell(
                    it.workspace(),
                    other,
                    new OfErasure.Lifted(it.workspace(), other, it.erasure(), it.at()),
                    it.at());
        }
    }
}
