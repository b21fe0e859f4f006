package io.itinera.segmentation;

import io.itinera.contracts.settings.SourceLag;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.people.PeopleRecord;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What step one of a partition tells.
 *
 * @param sender who tells it
 * @param people takes it to a partition of people
 * @param claims takes it to the partition of a device
 * @param oblivions takes it there too
 * @param lags takes what is told of sources
 */
record FirstOutlet(
        String sender,
        People people,
        Consumer<Claim> claims,
        Consumer<Oblivion> oblivions,
        Consumer<SourceLag> lags)
        implements StepOne.Outlet {

    /** The way to people. */
    interface People {
        void send(String sender, int partition, PeopleRecord record);
    }

    @Override
    public void tell(String workspace, UUID customer, PeopleRecord record, Instant at) {
        people.send(sender, Partitions.of(customer.toString()), record);
    }

    @Override
    public void tellAll(PeopleRecord.Everywhere record) {
        for (int i = 0; i < Partitions.COUNT; i++) {
            people.send(sender, i, record);
        }
    }

    @Override
    public void tell(SourceLag lag) {
        lags.accept(lag);
    }

    @Override
    public void claim(Claim claim) {
        claims.accept(claim);
    }

    @Override
    public void forget(Oblivion oblivion) {
        oblivions.accept(oblivion);
    }
}
