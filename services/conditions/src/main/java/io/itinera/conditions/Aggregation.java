package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a number made of a property of many events passes a test. Reads all events of the name in
 * its window.
 *
 * @param condition as it was written
 * @param hash names it: equal conditions have equal hashes
 * @param bound true when it mentions the trigger; only an enrollment can then answer it
 * @param where what each event must satisfy
 * @param test what the number must satisfy; lasting
 */
record Aggregation(
        Condition.Aggregate condition, String hash, boolean bound, Filter where, Probe test)
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
        Tally tally = Tally.of(condition.of());
        Retracing retracing = new Retracing();
        Instant from = vantage.start(condition.window());
        vantage.scan(
                condition.event(),
                from,
                where,
                occurrence -> {
                    retracing.reach(occurrence.occurredAt(), () -> passes(tally, vantage));
                    tally.take(Values.at(occurrence.properties(), condition.property()));
                    return true;
                });
        vantage.measured(shown(tally.number()));
        return retracing.verdict(passes(tally, vantage), condition.window());
    }

    private static @Nullable Number shown(@Nullable Number number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : number;
    }

    private boolean passes(Tally tally, Vantage vantage) {
        return test.ask(tally.number(), vantage.trigger(), vantage.now()).holds();
    }
}
