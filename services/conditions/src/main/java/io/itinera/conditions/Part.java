package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a condition, compiled. Asking it and explaining it run the same functions on the same
 * tree, so that an explanation cannot say anything else than the verdict.
 */
sealed interface Part {

    /** The part as it was written. */
    Condition source();

    /** Whether it holds, and until when that is certain. */
    Verdict ask(Subject subject);

    /** The same, with what made it so. */
    Explanation explain(Subject subject, Vantage vantage);

    /**
     * Several parts in one.
     *
     * @param joining makes one verdict of theirs, in their order
     */
    record Joined(Condition source, List<Part> parts, Function<List<Verdict>, Verdict> joining)
            implements Part {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict ask(Subject subject) {
            List<Verdict> verdicts = new ArrayList<>(parts.size());
            for (Part part : parts) {
                verdicts.add(part.ask(subject));
            }
            return joining.apply(verdicts);
        }

        @Override
        public Explanation explain(Subject subject, Vantage vantage) {
            List<Explanation> each =
                    parts.stream().map(part -> part.explain(subject, vantage)).toList();
            List<Verdict> verdicts = each.stream().map(Explanation::verdict).toList();
            return Explanation.joined(source, joining.apply(verdicts), each);
        }
    }

    /**
     * A question of its own.
     *
     * @param asking answers it
     */
    record Leaf(Condition source, Function<Subject, Verdict> asking) implements Part {

        @Override
        public Verdict ask(Subject subject) {
            return asking.apply(subject);
        }

        @Override
        public Explanation explain(Subject subject, Vantage vantage) {
            Watch watch = new Watch(subject, vantage);
            Verdict verdict = asking.apply(watch);
            return Explanation.leaf(source, verdict, watch.value(source), watch.sightings());
        }
    }
}
