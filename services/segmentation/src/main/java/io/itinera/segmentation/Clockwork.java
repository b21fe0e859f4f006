package io.itinera.segmentation;

import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.store.CustomerView;
import io.itinera.segmentation.store.DefinitionStore;
import io.itinera.segmentation.store.LookupView;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.SeenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moves a partition's time. Its time is the smallest that any partition of events has reached, and
 * does not pass that of a record that waits for a merge: neither the changes of segments nor anyone
 * who follows the ticks gets ahead of what is still to be told. A tick is told once every change
 * that was due by then has been, and between ticks the segments that were published are computed
 * over everyone, some customers at a time.
 */
public final class Clockwork {
    /** How many customers are asked between two looks at the budget. */
    static final int CHUNK = 25;

    /** How many pieces of work one kind of it does in a turn while another waits. */
    private static final int PIECES_BESIDE = 4;

    /** How often lists are written down, and is forgotten what is too old, by the time here. */
    private static final Duration TIDY_EVERY = Duration.ofSeconds(1);

    private final PeopleStore people;
    private final SeenStore seenOutcomes;
    private final DefinitionStore definitions;
    private final Rules rules;
    private final Moves moves;
    private final Partings partings;
    private final Accounts accounts;
    private final Erasures erasures;
    private final Step step;
    private final int partition;
    private final int partitions;
    private final StepTwo.Outlet outlet;
    private final Watermarks watermarks;
    private final Map<Integer, Instant> reached = new HashMap<>();
    private Instant told;
    private Instant tidied = Instant.EPOCH;

    /** Moves a customer. */
    interface Step {
        void take(Customer before, Input input, Instant now);
    }

    /** How long one turn may go on; asked before each piece of work. */
    public interface Budget {
        /** Whether there is room for one more piece of work. */
        boolean allows();
    }

    Clockwork(
            PeopleStore people,
            SeenStore seenOutcomes,
            DefinitionStore definitions,
            Rules rules,
            Moves moves,
            Partings partings,
            Accounts accounts,
            Erasures erasures,
            Step step,
            int partition,
            int partitions,
            StepTwo.Outlet outlet) {
        this.people = people;
        this.seenOutcomes = seenOutcomes;
        this.definitions = definitions;
        this.rules = rules;
        this.moves = moves;
        this.partings = partings;
        this.accounts = accounts;
        this.erasures = erasures;
        this.step = step;
        this.partition = partition;
        this.partitions = partitions;
        this.outlet = outlet;
        this.watermarks = new Watermarks(definitions, partitions);
        this.told = definitions.time();
    }

    void reached(int source, Instant at) {
        reached.merge(source, at, (before, now) -> now.isAfter(before) ? now : before);
    }

    void paced(PeopleRecord.Paced pace) {
        watermarks.take(pace);
    }

    /** Does as much as the budget allows. */
    public void turn(Budget budget) {
        moves.turn(budget);
        partings.turn(budget);
        erasures.turn(budget);
        time().ifPresent(time -> moveTo(time, budget));
        accounts.turn(rules.open().isEmpty() ? budget : some(budget));
        if (told.isAfter(Instant.EPOCH)) {
            compute(budget);
        }
    }

    /** Leaves something to whoever comes behind, however much there is to do. */
    private static Budget some(Budget budget) {
        AtomicInteger left = new AtomicInteger(PIECES_BESIDE);
        return () -> left.getAndDecrement() > 0 && budget.allows();
    }

    private Optional<Instant> time() {
        return reached.size() < partitions
                ? Optional.empty()
                : reached.values().stream()
                        .min(Comparator.naturalOrder())
                        .map(this::heldBack)
                        .filter(time -> time.isAfter(told));
    }

    /** Whole seconds, so that holds which take turns do not make a tick each. */
    private Instant heldBack(Instant time) {
        return people.holds()
                .earliest()
                .filter(waits -> waits.isBefore(time))
                .map(waits -> waits.truncatedTo(ChronoUnit.SECONDS))
                .orElse(time);
    }

    private void moveTo(Instant time, Budget budget) {
        Optional<LookupView.Due> due = people.nextDue(time);
        while (due.isPresent()) {
            if (waits(due.get().workspace(), due.get().customer()) || !budget.allows()) {
                return;
            }
            wake(due.get());
            due = people.nextDue(time);
        }
        told = time;
        definitions.putTime(time);
        tidy(time);
        outlet.tell(new ActivityTick(time, watermarks.moved(time)));
    }

    /** Not with each tick of a source, of which each moves the time on. */
    private void tidy(Instant time) {
        if (time.isBefore(tidied.plus(TIDY_EVERY))) {
            return;
        }
        tidied = time;
        people.tidy(time);
        seenOutcomes.sweep(time);
    }

    private void wake(LookupView.Due due) {
        people.fired(due);
        if (people.find(due.workspace(), due.customer()) instanceof Customer customer) {
            if (customer.wakesAt().filter(at -> !at.isAfter(due.at())).isPresent()) {
                step.take(customer, new Input.TimePassed(), due.at());
            } else {
                people.putOff(customer);
            }
        }
    }

    private void compute(Budget budget) {
        List<Computation> open = rules.open();
        while (!open.isEmpty() && budget.allows()) {
            if (!advance(open)) {
                return;
            }
            open = rules.open();
        }
    }

    /**
     * Whoever is furthest behind goes on, and takes along those whom it overtakes; false when the
     * next customer waits for a merge.
     */
    private boolean advance(List<Computation> open) {
        Computation behind = open.stream().min(Computation::compareProgress).orElseThrow();
        String workspace = behind.key().workspace();
        CustomerView.Page page =
                people.after(workspace, behind.cursor(), CHUNK)
                        .until(customer -> waits(workspace, customer.id()));
        if (page.isEmpty()) {
            return false;
        }
        for (Customer customer : page.customers()) {
            step.take(customer, new Input.TimePassed(), told);
        }
        for (Computation each : open) {
            if (each.key().workspace().equals(workspace) && each.isWithin(page.cursor())) {
                advance(each, page);
            }
        }
        return true;
    }

    /** Whoever waits for a merge is asked nothing: some of the other's past may be in theirs. */
    private boolean waits(String workspace, UUID customer) {
        return people.holds().find(workspace, customer).isPresent();
    }

    private void advance(Computation computation, CustomerView.Page page) {
        if (!page.last() && page.cursor() != null) {
            rules.advance(computation.upTo(page.cursor()));
            return;
        }
        rules.advance(computation.finished());
        SegmentKey key = computation.key();
        outlet.tell(
                new SegmentReadiness(
                        key.segment(),
                        computation.version(),
                        key.workspace(),
                        partition,
                        people.members(key.workspace(), key.segment()),
                        told));
    }
}
