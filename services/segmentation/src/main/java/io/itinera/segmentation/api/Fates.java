package io.itinera.segmentation.api;

import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of customers, read wherever they live; it blocks. */
@Singleton
final class Fates {
    private final Reading reading;

    Fates(Reading reading) {
        this.reading = reading;
    }

    /**
     * What became of one.
     *
     * @param customer who
     * @param known whether anything is known of them
     * @param movedTo whom they have become
     * @param erasure the erasure by which they are forgotten
     */
    @RegisterForReflection
    record Fate(UUID customer, boolean known, @Nullable UUID movedTo, @Nullable UUID erasure) {}

    /** Of a customer, or of the one whom they have become. */
    Fate follow(String workspace, UUID id, Ask ask) {
        Fate fate = known(workspace, id, ask);
        for (int hops = 0;
                fate.movedTo() != null && hops < CustomersResource.MAX_MERGES_IN_A_ROW;
                hops++) {
            fate = known(workspace, fate.movedTo(), ask);
        }
        return fate;
    }

    /** Of the one under this id itself. */
    Fate known(String workspace, UUID id, Ask ask) {
        String uri = "/customers/" + id + "/erasure";
        return reading.ofCustomer(
                workspace,
                id,
                Fate.class,
                new Ask(uri, ask.authorization(), ask.passed()),
                () -> here(workspace, id));
    }

    private Fate here(String workspace, UUID id) {
        Optional<Resident> resident = reading.resident(workspace, id);
        return switch (resident.orElseGet(() -> Customer.unknown(workspace, id))) {
            case Customer _ -> new Fate(id, resident.isPresent(), null, null);
            case Resident.Moved moved -> new Fate(id, true, moved.into(), null);
            case Resident.Erased erased -> new Fate(id, false, null, erased.erasure());
        };
    }
}
