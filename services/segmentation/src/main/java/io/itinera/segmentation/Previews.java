package io.itinera.segmentation;

import io.itinera.conditions.Compiled;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.segmentation.domain.customer.Appraisal;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.preview.Sample;
import io.itinera.segmentation.domain.preview.Survey;
import io.itinera.segmentation.domain.rules.IdSpace;
import io.itinera.segmentation.store.AccountView;
import io.itinera.segmentation.store.CustomerView;
import io.itinera.segmentation.store.LocalPartition;
import io.itinera.segmentation.store.TimelineView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a condition that is not published about the customers of this instance: about all of them
 * while they are few, else about as many as the time allows. It reads, on the thread that calls,
 * what the streams have written, and so holds nothing up.
 */
@ApplicationScoped
public class Previews {
    /** How many customers one instance asks at most. */
    static final int MAX_ASKED = 20_000;

    /** For how long one instance asks at most; each partition's first page is asked anyway. */
    static final Duration MAX_TIME = Duration.ofSeconds(2);

    /** How many previews an instance makes at once. */
    static final int MAX_AT_ONCE = 2;

    private static final int PAGE = 50;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Reading reading;
    private final Semaphore seats = new Semaphore(MAX_AT_ONCE);

    Previews(Reading reading) {
        this.reading = reading;
    }

    /**
     * What this instance found.
     *
     * @param samples partition by partition
     * @param shown some of whom the condition holds
     */
    public record Part(List<Sample> samples, List<Customer> shown) {}

    /**
     * Asks the customers of the partitions that this instance answers for.
     *
     * @param wanted whether somebody still waits for the answer
     * @throws Problem when too many previews are being made
     */
    public Part here(String workspace, Compiled condition, BooleanSupplier wanted) {
        if (!seats.tryAcquire()) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "At most " + MAX_AT_ONCE + " previews are made at a time",
                    RETRY);
        }
        try {
            return ask(workspace, condition, wanted);
        } finally {
            seats.release();
        }
    }

    private Part ask(String workspace, Compiled condition, BooleanSupplier wanted) {
        long begun = System.nanoTime();
        BooleanSupplier inTime =
                () -> wanted.getAsBoolean() && System.nanoTime() - begun < MAX_TIME.toNanos();
        List<Walk> walks =
                reading.mine().stream().map(it -> new Walk(it, workspace, condition)).toList();
        walks.forEach(walk -> walk.page(() -> true));
        Optional<Walk> next = behind(walks);
        while (next.isPresent() && inTime.getAsBoolean() && asked(walks) < MAX_ASKED) {
            next.get().page(inTime);
            next = behind(walks);
        }
        return new Part(
                walks.stream().map(Walk::sample).toList(),
                walks.stream().flatMap(walk -> walk.survey.shown().stream()).toList());
    }

    private static long asked(List<Walk> walks) {
        return walks.stream().mapToLong(walk -> walk.survey.asked()).sum();
    }

    /** Whoever has seen the smallest part of theirs. */
    private static Optional<Walk> behind(List<Walk> walks) {
        return walks.stream()
                .filter(walk -> walk.share() < 1)
                .min(Comparator.comparingDouble(Walk::share));
    }

    /** One partition's customers, from the first on. */
    private static final class Walk {
        private final CustomerView customers;
        private final TimelineView timelines;
        private final AccountView accounts;
        private final Instant now;
        private final String workspace;
        private final Compiled condition;
        private final Survey survey = new Survey();
        private @Nullable UUID cursor;
        private boolean done;

        private Walk(LocalPartition partition, String workspace, Compiled condition) {
            this.customers = partition.customers();
            this.timelines = partition.timelines();
            this.accounts = partition.accounts();
            this.now = partition.definitions().time();
            this.workspace = workspace;
            this.condition = condition;
        }

        private void page(BooleanSupplier goOn) {
            CustomerView.Page page = customers.after(workspace, cursor, PAGE);
            for (Customer customer : page.customers()) {
                ask(customer);
                if (!goOn.getAsBoolean()) {
                    cursor = customer.id();
                    return;
                }
            }
            cursor = page.cursor();
            done = page.last();
        }

        private void ask(Customer customer) {
            Appraisal appraisal =
                    new Appraisal(customer, now, timelines.of(customer.id()), accounts);
            if (appraisal.verdict(condition).holds()) {
                survey.found(customer);
            } else {
                survey.refused();
            }
        }

        private double share() {
            return done || cursor == null ? 1 : IdSpace.position(cursor);
        }

        private Sample sample() {
            return survey.sample(share());
        }
    }
}
