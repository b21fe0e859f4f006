package io.itinera.journeys.domain;

import io.itinera.contracts.Frozen;
import io.itinera.contracts.activity.Profile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One customer, as far as journeys must remember them.
 *
 * @param workspace the tenant
 * @param id who
 * @param profile what is known of them, by the newest activity that said so
 * @param enrollments their runs, in the order in which they began
 * @param past what their entry policies must remember
 */
public record Customer(
        String workspace,
        UUID id,
        Profile profile,
        List<Enrollment> enrollments,
        List<PastRun> past) {
    /** The most past runs that one customer's entry policies remember; the oldest make room. */
    public static final int MAX_PAST = 200;

    private static final Profile UNKNOWN = new Profile(Map.of(), Map.of(), List.of(), Map.of());

    public Customer {
        enrollments = Frozen.list(enrollments);
        past = Frozen.list(past);
    }

    /** Someone of whom nothing is remembered. */
    public static Customer stranger(String workspace, UUID id) {
        return new Customer(workspace, id, UNKNOWN, List.of(), List.of());
    }

    /** When time alone will do something to them next. */
    public Optional<Instant> dueAt() {
        Stream<Instant> runs = enrollments.stream().flatMap(run -> run.dueAt().stream());
        Stream<Instant> policies = past.stream().map(PastRun::until).filter(Objects::nonNull);
        return Stream.concat(runs, policies).min(Comparator.naturalOrder());
    }

    /** True when there is nothing to remember. */
    public boolean forgettable() {
        return enrollments.isEmpty() && past.isEmpty();
    }

    Customer knownAs(Profile newest) {
        return new Customer(workspace, id, newest, enrollments, past);
    }

    Customer with(List<Enrollment> runs, List<PastRun> policies) {
        return new Customer(workspace, id, profile, runs, policies);
    }
}
