package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Subject;
import io.itinera.conditions.Verdict;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.MembershipChange;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A customer's standings while they are being asked about segments again. */
final class Memberships {
    private final SortedMap<String, Standing> standings;
    private final List<MembershipChange> entered = new ArrayList<>();
    private final List<MembershipChange> left = new ArrayList<>();

    Memberships(SortedMap<String, Standing> standings) {
        this.standings = new TreeMap<>(standings);
    }

    SortedMap<String, Standing> standings() {
        return standings;
    }

    List<MembershipChange> entered() {
        return entered;
    }

    List<MembershipChange> left() {
        return left;
    }

    boolean isMember(String segment) {
        Standing standing = standings.get(segment);
        return standing != null && standing.member();
    }

    boolean changed() {
        return !entered.isEmpty() || !left.isEmpty();
    }

    /** Asks one segment; true when the customer came in or went out by it. */
    boolean ask(SegmentRule rule, Subject subject, Instant now, ActivityCause cause) {
        Standing before = standings.get(rule.segment());
        boolean was = before != null && before.member();
        Verdict verdict = rule.condition().evaluate(subject);
        if (verdict.holds() != was) {
            (was ? left : entered).add(new MembershipChange(rule.segment(), rule.version(), cause));
        }
        if (!verdict.holds() && verdict.changesAt().isEmpty()) {
            standings.remove(rule.segment());
            return was;
        }
        boolean stays = before != null && verdict.holds() == was;
        standings.put(
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
    void recall(SortedMap<String, Standing> before) {
        for (MembershipChange change : entered) {
            Standing was = before.get(change.segment());
            Standing is = standings.get(change.segment());
            if (was != null && is != null && was.member() && was.version() == is.version()) {
                standings.put(
                        change.segment(),
                        new Standing(is.version(), true, was.since(), was.cause(), is.changesAt()));
            }
        }
    }

    /** Leaves every segment, because the customer ends. */
    void leaveAll(ActivityCause cause) {
        standings.forEach(
                (segment, standing) -> {
                    if (standing.member()) {
                        left.add(new MembershipChange(segment, standing.version(), cause));
                    }
                });
        standings.clear();
    }
}
