package io.itinera.segmentation.domain.attributes;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How traits are made. A pure function of what is known of a customer, what they did, the moment,
 * and what it said before.
 */
public sealed interface Formula {

    /** The names of the events that can change them. */
    Set<String> events();

    /** The traits that can change them, by the first step of their names. */
    Set<String> mentions();

    /** The traits that it makes. */
    Set<String> makes();

    /**
     * What it says now.
     *
     * @param before what it, or an earlier version of it, said before; null when it said nothing
     */
    Finding find(Sight sight, @Nullable Attained before);

    /** Of what it said of two customers who were found to be one, what goes on. */
    default Attained together(Attained into, Attained from) {
        return into;
    }

    /** Makes nothing, for an attribute that holds no longer. */
    record Nothing() implements Formula {
        @Override
        public Set<String> events() {
            return Set.of();
        }

        @Override
        public Set<String> mentions() {
            return Set.of();
        }

        @Override
        public Set<String> makes() {
            return Set.of();
        }

        @Override
        public Finding find(Sight sight, @Nullable Attained before) {
            return Finding.NOTHING;
        }
    }

    /** Whoever makes one trait of the events of one name. */
    sealed interface Fold extends Formula permits Computing, Valuing {
        /** The name of the events. */
        String event();

        /** The trait. */
        String name();

        @Override
        default Set<String> events() {
            return Set.of(event());
        }

        @Override
        default Set<String> mentions() {
            return Set.of();
        }

        @Override
        default Set<String> makes() {
            return Set.of(name());
        }
    }

    /** Whoever asks more than one event's name. */
    sealed interface Judgement extends Formula permits Staging, Scoring, Reminding, Scheduling {}
}
