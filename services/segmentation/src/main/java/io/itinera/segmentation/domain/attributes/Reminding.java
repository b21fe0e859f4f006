package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.attribute.DateSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something told so and so long before a date. Nothing is planned that could go stale: the dates
 * are read again whenever they may have moved, and a customer wakes at the first moment to come. A
 * date and a length make one moment, and each moment passes once; so each is told once, and one
 * that had passed when its date became known never.
 *
 * @param tells the name under which it is told
 * @param of which date
 * @param before how long before it
 */
record Reminding(String tells, DateSource of, List<Duration> before) implements Formula.Judgement {

    @Override
    public Set<String> events() {
        if (!(of instanceof DateSource.Slot slot)) {
            return Set.of();
        }
        Set<String> events = new HashSet<>(slot.endedBy());
        events.add(slot.event());
        return events;
    }

    @Override
    public Set<String> mentions() {
        return of instanceof DateSource.Trait trait
                ? Set.of(Conditions.firstStep(trait.name()))
                : Set.of();
    }

    @Override
    public Set<String> makes() {
        return Set.of();
    }

    @Override
    public Finding find(Sight sight, @Nullable Attained said) {
        Instant due = said == null ? null : said.changesAt();
        Instant next = null;
        List<News> news = new ArrayList<>();
        for (Dates.Date date : Dates.of(of, sight)) {
            for (Duration length : before) {
                Instant moment = date.at().minus(length);
                if (moment.isAfter(sight.now())) {
                    next = Earliest.of(next, moment);
                } else if (due != null && !moment.isBefore(due)) {
                    news.add(news(date, length));
                }
            }
        }
        return new Finding(Map.of(), next, Memory.NOTHING, news);
    }

    private News news(Dates.Date date, Duration length) {
        Map<String, Object> properties = new TreeMap<>(date.particulars());
        properties.put("date", date.at().toString());
        properties.put("before", length.toString());
        properties.put("daysBefore", length.toDays());
        return new News(tells, properties);
    }
}
