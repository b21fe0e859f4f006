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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something told so and so long before a date. Nothing is planned that could go stale: the dates
 * are read again whenever they may have moved, and a customer wakes at the first moment to come. A
 * date and a length make one moment, and each moment passes once; so each is told once. Of those
 * that had passed when a date became known, the one nearest to the date is told then, if the date
 * is still to come: whoever is told 30 days before the end is told, too, of an end in 20 days. The
 * date itself is told for a day after it.
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
        Plan plan = new Plan(sight.now(), said);
        Dates.of(of, sight).forEach(plan::add);
        return new Finding(Map.of(), plan.next, plan.memory(), plan.news);
    }

    /** What one of the two knew the other need not be told again. */
    @Override
    public Attained together(Attained into, Attained from) {
        SortedSet<Long> known = new TreeSet<>(known(into));
        known.addAll(known(from));
        return new Attained(
                into.version(),
                into.values(),
                into.since(),
                Earliest.of(into.changesAt(), from.changesAt()),
                memory(known));
    }

    private static SortedSet<Long> known(@Nullable Attained said) {
        return said != null && said.memory() instanceof Memory.Dates dates
                ? dates.known()
                : new TreeSet<>();
    }

    private static Memory memory(SortedSet<Long> known) {
        return known.isEmpty() ? Memory.NOTHING : new Memory.Dates(known);
    }

    /** What is told now, and when to ask again. */
    private final class Plan {
        private final Instant now;
        private final @Nullable Instant due;
        private final boolean unnoted;
        private final SortedSet<Long> known;
        private final List<News> news = new ArrayList<>();
        private @Nullable Instant next;

        /** An earlier release did not note which dates were known: whatever it planned for was. */
        private Plan(Instant now, @Nullable Attained said) {
            this.now = now;
            this.due = said == null ? null : said.changesAt();
            this.unnoted = said != null && !(said.memory() instanceof Memory.Dates);
            this.known = new TreeSet<>(known(said));
            known.removeIf(name -> Dates.isOver(name, now));
        }

        private void add(Dates.Date date) {
            boolean isNew = !Dates.isOver(date.name(), now) && known.add(date.name()) && !unnoted;
            Duration nearest = null;
            for (Duration length : before) {
                Instant moment = date.at().minus(length);
                if (moment.isAfter(now)) {
                    next = Earliest.of(next, moment);
                } else if (isNew) {
                    nearest = nearest == null || length.compareTo(nearest) < 0 ? length : nearest;
                } else if (due != null && !moment.isBefore(due)) {
                    news.add(news(date, length));
                }
            }
            if (nearest != null && (date.at().isAfter(now) || nearest.isZero())) {
                news.add(news(date, nearest));
            }
        }

        private Memory memory() {
            while (known.size() > Dates.MAX_SLOTS) {
                known.removeFirst();
            }
            return Reminding.memory(known);
        }
    }

    private News news(Dates.Date date, Duration length) {
        Map<String, Object> properties = new TreeMap<>(date.particulars());
        properties.put("date", date.at().toString());
        properties.put("before", length.toString());
        properties.put("daysBefore", length.toDays());
        return new News(tells, properties);
    }
}
