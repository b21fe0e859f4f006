package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The moments between which nothing can change: each moment that the world knows of, as far away as
 * each length that the condition knows of, and a millisecond to either side.
 */
public final class Candidates {
    private static final int YEARS = 2;

    private Candidates() {}

    /** All of them after a moment. */
    public static NavigableSet<Long> after(long now, JsonNode condition, World world) {
        Set<Long> moments = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        moments.add(now);
        moments.add(world.triggeredAt());
        for (JsonNode known :
                new JsonNode[] {world.traits(), world.account(), world.event(), world.trigger()}) {
            collect(known, moments, days);
        }
        for (World.Told told : world.told()) {
            moments.add(told.at());
            days.add(Instant.ofEpochMilli(told.at()).atOffset(ZoneOffset.UTC).toLocalDate());
        }
        Set<Long> lengths = new HashSet<>();
        lengths.add(0L);
        lengths(condition, lengths);
        anniversaries(days, now, moments);
        NavigableSet<Long> all = new TreeSet<>();
        for (long moment : moments) {
            for (long length : lengths) {
                around(moment + length, all);
                around(moment - length, all);
            }
        }
        return all.tailSet(now, false);
    }

    private static void around(long moment, Set<Long> all) {
        all.add(moment - 1);
        all.add(moment);
        all.add(moment + 1);
    }

    private static void anniversaries(Set<LocalDate> days, long now, Set<Long> moments) {
        int year = Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC).getYear();
        for (LocalDate day : days) {
            for (int ahead = 0; ahead <= YEARS; ahead++) {
                LocalDate round = day.withYear(year + ahead);
                moments.add(Calendar.start(round));
                moments.add(Calendar.start(round.plusDays(1)));
            }
        }
    }

    private static void collect(JsonNode known, Set<Long> moments, Set<LocalDate> days) {
        known.forEach(
                value -> {
                    Long at = Calendar.millis(value);
                    if (at != null) {
                        moments.add(at);
                        days.add(
                                value.isTextual()
                                        ? LocalDate.parse(value.textValue().substring(0, 10))
                                        : Instant.ofEpochMilli(at)
                                                .atOffset(ZoneOffset.UTC)
                                                .toLocalDate());
                    }
                });
    }

    private static void lengths(JsonNode node, Set<Long> lengths) {
        if (node.isTextual() && node.textValue().startsWith("P")) {
            try {
                lengths.add(Duration.parse(node.textValue()).toMillis());
            } catch (DateTimeParseException word) {
                return;
            }
        }
        node.forEach(inner -> lengths(inner, lengths));
    }
}
