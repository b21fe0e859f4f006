package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class LifeProperties {
    private static final int SECONDS = 60;

    /** One change of membership: true for entered, and the second at which it was told. */
    record Change(int second, boolean entered) {}

    /**
     * Time is told each second, as ticks do; the changes are those of counting by hand at each
     * second: none early, none late, none twice.
     */
    @Property(tries = 1_000)
    void membershipChangesAtTheSecondItBecomesTrue(
            @ForAll("seconds") SortedSet<Integer> bought,
            @ForAll @IntRange(max = 3) int atLeast,
            @ForAll("slack") Optional<Integer> slack,
            @ForAll @IntRange(min = 1, max = 25) int window) {
        Times times = new Times(atLeast, slack.map(more -> atLeast + more).orElse(null));
        Condition condition = Lives.performed("Bought", times, Duration.ofSeconds(window));

        assertEquals(byHand(bought, times, window), told(bought, condition));
    }

    /** However rarely time is told, each change is told once and with its own time. */
    @Property(tries = 500)
    void lateTicksTellTheSameChanges(
            @ForAll("seconds") SortedSet<Integer> bought,
            @ForAll @IntRange(min = 1, max = 25) int window,
            @ForAll @IntRange(min = 1, max = 40) int every) {
        Condition condition = Lives.performed("Bought", Times.ONCE, Duration.ofSeconds(window));
        assertEquals(told(bought, condition, 1), told(bought, condition, every));
    }

    @Provide
    Arbitrary<SortedSet<Integer>> seconds() {
        return Arbitraries.integers()
                .between(1, SECONDS - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(TreeSet::new);
    }

    @Provide
    Arbitrary<Optional<Integer>> slack() {
        return Arbitraries.integers().between(0, 3).optional();
    }

    private static List<Change> byHand(SortedSet<Integer> bought, Times times, int window) {
        List<Change> changes = new ArrayList<>();
        boolean member = false;
        for (int second = bought.first(); second <= 2 * SECONDS; second++) {
            int now = second;
            long count = bought.stream().filter(at -> at <= now && at > now - window).count();
            boolean holds =
                    count >= times.atLeast() && (times.atMost() == null || count <= times.atMost());
            if (holds != member) {
                changes.add(new Change(second, holds));
                member = holds;
            }
        }
        return changes;
    }

    private static List<Change> told(SortedSet<Integer> bought, Condition condition) {
        return told(bought, condition, 1);
    }

    private static List<Change> told(SortedSet<Integer> bought, Condition condition, int every) {
        Lives life = new Lives(Lives.rule("buyers", 1, condition));
        List<Change> changes = new ArrayList<>();
        for (int second = 0; second <= 2 * SECONDS; second++) {
            Instant now = Lives.START.plusSeconds(second);
            if (second % every == 0 || second == 2 * SECONDS) {
                note(life.take(new Input.TimePassed(), now), changes);
            }
            if (bought.contains(second)) {
                note(life.happened(Lives.track("e" + second, "Bought", now)), changes);
            }
        }
        return changes;
    }

    private static void note(Decision decision, List<Change> changes) {
        for (Activity activity : decision.activities()) {
            int second = (int) Duration.between(Lives.START, activity.at()).toSeconds();
            activity.entered().forEach(any -> note(new Change(second, true), changes));
            activity.left().forEach(any -> note(new Change(second, false), changes));
        }
    }

    /** Out by time and in again by an event of the same second is no change of that second. */
    private static void note(Change change, List<Change> changes) {
        if (!changes.isEmpty()
                && changes.getLast().equals(new Change(change.second(), !change.entered()))) {
            changes.removeLast();
            return;
        }
        changes.add(change);
    }
}
