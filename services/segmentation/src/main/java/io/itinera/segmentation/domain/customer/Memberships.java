package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Subject;
import io.itinera.conditions.Verdict;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A customer's standings while they are being asked about segments again. */
final class Memberships {
    private final SortedMap<String, @Nullable Standing> changed = new TreeMap<>();
    private Standings standings;
    private final List<MembershipChange> entered = new ArrayList<>();
    private final List<MembershipChange> left = new ArrayList<>();

    Memberships(Map<String, Standing> standings) {
        this.standings = Standings.of(standings);
    }

    /** As they are by now. */
    Standings standings() {
        if (!changed.isEmpty()) {
            standings = standings.with(changed);
            changed.clear();
        }
        return standings;
    }

    private @Nullable Standing find(String segment) {
        return changed.containsKey(segment) ? changed.get(segment) : standings.get(segment);
    }

    private void put(String segment, Standing standing) {
        if (!standing.equals(find(segment))) {
            changed.put(segment, standing);
        }
    }

    /** Leaves a segment to the computation of its version. */
    void leave(String segment, Standing standing) {
        put(segment, standing.withoutChange());
    }

    List<MembershipChange> entered() {
        return entered;
    }

    List<MembershipChange> left() {
        return left;
    }

    boolean isMember(String segment) {
        Standing standing = find(segment);
        return standing != null && standing.member();
    }

    boolean changed() {
        return !entered.isEmpty() || !left.isEmpty();
    }

    /** Asks one segment; true when the customer came in or went out by it. */
    boolean ask(SegmentRule rule, Subject subject, Instant now, ActivityCause cause) {
        Standing before = find(rule.segment());
        boolean was = before != null && before.member();
        Verdict verdict = rule.condition().evaluate(subject);
        if (verdict.holds() != was) {
            (was ? left : entered).add(new MembershipChange(rule.segment(), rule.version(), cause));
        }
        if (!verdict.holds() && verdict.changesAt().isEmpty()) {
            if (before != null) {
                changed.put(rule.segment(), null);
            }
            return was;
        }
        boolean stays = before != null && verdict.holds() == was;
        put(
                rule.segment(),
                new Standing(
                        rule.version(),
                        verdict.holds(),
                        stays ? before.since() : now,
                        stays ? before.cause() : cause,
                        verdict.changesAt().orElse(null)));
        return verdict.holds() != was;
    }

    /** Whoever is in a segment again, and was before, is in it since then. */
    void recall(Map<String, Standing> before) {
        for (MembershipChange change : entered) {
            Standing was = before.get(change.segment());
            Standing is = find(change.segment());
            if (was != null && is != null && was.member() && was.version() == is.version()) {
                put(
                        change.segment(),
                        new Standing(is.version(), true, was.since(), was.cause(), is.changesAt()));
            }
        }
    }

    /** Leaves every segment, because the customer ends. */
    void leaveAll(ActivityCause cause) {
        standings()
                .forEach(
                        (segment, standing) -> {
                            if (standing.member()) {
                                left.add(new MembershipChange(segment, standing.version(), cause));
                            }
                        });
        standings = Standings.NONE;
    }
}
