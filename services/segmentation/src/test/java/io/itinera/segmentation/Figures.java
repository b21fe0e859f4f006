package io.itinera.segmentation;

import io.itinera.segmentation.Purchases.Purchase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a shop knows of its customers from its purchases.
 *
 * @param customers how many
 * @param orders how many, whoever's
 * @param once customers with a single one
 * @param againWithin30Days customers with another one within 30 days after the day of their first
 * @param cohorts by the month of the first one, how many customers
 * @param returned by that month and a later one, "1997-01 1997-03", how many of them bought in it
 */
record Figures(
        long customers,
        long orders,
        long once,
        long againWithin30Days,
        Map<YearMonth, Long> cohorts,
        Map<String, Long> returned) {

    /** Counted from the lines alone: what segments are held against. */
    static Figures counted(Purchases purchases) {
        Map<String, List<LocalDate>> days =
                purchases.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Purchase::customer,
                                        Collectors.mapping(Purchase::day, Collectors.toList())));
        Map<YearMonth, Long> cohorts = new TreeMap<>();
        Map<String, Long> returned = new TreeMap<>();
        for (List<LocalDate> each : days.values()) {
            LocalDate first = each.stream().min(LocalDate::compareTo).orElseThrow();
            YearMonth cohort = YearMonth.from(first);
            cohorts.merge(cohort, 1L, Long::sum);
            each.stream()
                    .map(YearMonth::from)
                    .filter(month -> month.isAfter(cohort))
                    .distinct()
                    .forEach(month -> returned.merge(cohort + " " + month, 1L, Long::sum));
        }
        return new Figures(
                days.size(),
                purchases.all().size(),
                days.values().stream().filter(each -> each.size() == 1).count(),
                days.values().stream().filter(Figures::isAgainWithin30Days).count(),
                cohorts,
                returned);
    }

    private static boolean isAgainWithin30Days(List<LocalDate> days) {
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
        return days.stream()
                .anyMatch(day -> day.isAfter(first) && !day.isAfter(first.plusDays(30)));
    }
}
