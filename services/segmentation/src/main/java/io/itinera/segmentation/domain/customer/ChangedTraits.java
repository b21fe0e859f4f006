package io.itinera.segmentation.domain.customer;

import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Which traits of an account changed for its members. */
public sealed interface ChangedTraits {

    /** Any may have: nothing was known of the account before. */
    record All() implements ChangedTraits {}

    /** These, by their names; none is no change. */
    record These(Set<String> names) implements ChangedTraits {
        public These {
            names = Set.copyOf(names);
        }
    }

    /** No trait. */
    static ChangedTraits none() {
        return new These(Set.of());
    }

    /** These, and others. */
    default ChangedTraits and(ChangedTraits others) {
        if (this instanceof These(Set<String> mine) && others instanceof These(Set<String> more)) {
            Set<String> both = new TreeSet<>(mine);
            both.addAll(more);
            return new These(both);
        }
        return new All();
    }

    /** The segments that may say something else of a member. */
    default Collection<SegmentRule> touched(Rulebook rules, String workspace) {
        return switch (this) {
            case All() -> rules.askingAccounts(workspace);
            case These(Set<String> names) -> rules.touchedByAccount(workspace, names);
        };
    }
}
