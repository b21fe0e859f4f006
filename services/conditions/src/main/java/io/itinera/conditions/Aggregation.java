package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number made of a property of many events passes a test. Reads all events of the name in
 * its window.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param measure which events they are
 * @param test what the number must satisfy; lasting
 */
record Aggregation(
        Condition.Aggregate condition, String hash, boolean bound, Measure measure, Probe test)
        implements Question {

    @Override
    public Set<String> events() {
        return Set.of(condition.event());
    }

    @Override
    public boolean turns() {
        return condition.window() instanceof Window.Last;
    }

    @Override
    public Verdict answer(Vantage vantage) {
        return switch (condition.of()) {
            case sum, average -> added(vantage);
            case minimum -> tallied(new Tally.Folded(BigDecimal::min), vantage);
            case maximum -> tallied(new Tally.Folded(BigDecimal::max), vantage);
            case distinct -> tallied(new Tally.Distinct(), vantage);
        };
    }

    private Verdict added(Vantage vantage) {
        Reach reach = Reach.since(vantage.start(condition.window()));
        Adding adding =
                new Adding(
                        condition,
                        vantage.matches(measure, reach),
                        number -> passes(number, vantage));
        vantage.measured(shown(adding.number()));
        return adding.verdict();
    }

    private Verdict tallied(Tally tally, Vantage vantage) {
        Retracing retracing = new Retracing();
        vantage.scan(
                measure,
                vantage.start(condition.window()),
                occurrence -> {
                    retracing.reach(occurrence.occurredAt(), () -> passes(tally.number(), vantage));
                    tally.take(measure.value(occurrence.properties()));
                });
        vantage.measured(shown(tally.number()));
        return retracing.verdict(passes(tally.number(), vantage), condition.window());
    }

    private static @Nullable Number shown(@Nullable Number number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : number;
    }

    private boolean passes(@Nullable Number number, Vantage vantage) {
        return test.ask(number, vantage.trigger(), vantage.now()).holds();
    }
}
