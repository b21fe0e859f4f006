package io.itinera.journeys.domain;

import io.itinera.contracts.Frozen;
import java.util.List;
import java.util.UUID;

/**
 * What a customer who ends hands over to the one they turned out to be.
 *
 * @param workspace the tenant
 * @param from who ends
 * @param into who goes on
 * @param enrollments their runs; ids stay
 * @param past what their entry policies must remember
 */
public record Moved(
        String workspace, UUID from, UUID into, List<Enrollment> enrollments, List<PastRun> past) {
    public Moved {
        enrollments = Frozen.list(enrollments);
        past = Frozen.list(past);
    }
}
