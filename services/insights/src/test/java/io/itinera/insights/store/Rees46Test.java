package io.itinera.insights.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.itinera.insights.domain.EventCount;
import io.itinera.insights.domain.FunnelAnswer;
import io.itinera.insights.domain.FunnelQuestion;
import io.itinera.insights.domain.FunnelStep;
import io.itinera.insights.domain.PathQuestion;
import io.itinera.insights.domain.Sankey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A morning of a real shop, where the file is there: {@code ITINERA_REES46} (environment or system
 * property) names it, relative to the project's root.
 */
class Rees46Test {
    private static final String VARIABLE = "ITINERA_REES46";
    private static final String USUAL = "../shared/data/rees46/2019-Oct.csv";
    private static final Instant FROM = Instant.parse("2019-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2019-10-02T00:00:00Z");
    private static final List<String> FUNNEL = List.of("view", "cart", "purchase");
    private static final String WORKSPACE = TestDatabase.workspace();

    private static List<Line> lines = List.of();

    private record Line(String user, String type, long atMs) {}

    @BeforeAll
    static void fileIsRead() throws IOException {
        Path file = file();
        assumeTrue(Files.exists(file), "no " + file);
        lines = Files.readAllLines(file).stream().skip(1).map(Rees46Test::line).toList();
        Rows rows = new Rows(WORKSPACE);
        for (Line line : lines) {
            rows.event(customer(line.user()), line.type(), line.atMs(), Map.of());
        }
        new ActivityStore(TestDatabase.SHARED).take(rows.batch());
    }

    @Test
    void countsAreTheFiles() {
        assertEquals(
                Map.of("view", 4_915L, "cart", 50L, "purchase", 54L),
                new JourneyStore(TestDatabase.SHARED)
                        .events(WORKSPACE).stream()
                                .collect(Collectors.toMap(EventCount::name, EventCount::events)));
    }

    @Test
    void funnelIsWhatTryingEveryViewFindsAtEachStep() {
        for (Duration within : List.of(Duration.ofMinutes(2), Duration.ofHours(1))) {
            FunnelAnswer answer =
                    new FunnelStore(TestDatabase.SHARED)
                            .answer(
                                    WORKSPACE,
                                    new FunnelQuestion(
                                            FUNNEL.stream()
                                                    .map(it -> new FunnelStep(it, null))
                                                    .toList(),
                                            within,
                                            FROM,
                                            TO));
            assertEquals(
                    reached(within),
                    answer.steps().stream().map(FunnelAnswer.Step::people).toList(),
                    within.toString());
        }
    }

    @Test
    void sankeyLosesNobody() {
        Sankey sankey =
                new PathStore(TestDatabase.SHARED)
                        .answer(WORKSPACE, new PathQuestion(FROM, TO, 6, 1, null));
        Map<String, Long> in = new TreeMap<>();
        Map<String, Long> out = new TreeMap<>();
        sankey.links().forEach(it -> in.merge(it.target(), it.people(), Long::sum));
        sankey.links().forEach(it -> out.merge(it.source(), it.people(), Long::sum));
        for (Sankey.Node node : sankey.nodes()) {
            long came = node.step() == 1 ? node.people() : in.getOrDefault(node.id(), 0L);
            assertEquals(node.people(), came, node.id());
            assertEquals(node.people(), out.getOrDefault(node.id(), 0L) + node.ended(), node.id());
        }
        long people = lines.stream().map(Line::user).distinct().count();
        assertEquals(people, sankey.nodes().stream().mapToLong(Sankey.Node::ended).sum());
    }

    /**
     * For each view, the earliest cart after it in the window, and the earliest purchase after
     * that.
     */
    private static List<Long> reached(Duration within) {
        Map<String, List<Line>> byUser =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::user, TreeMap::new, Collectors.toList()));
        long[] reached = new long[FUNNEL.size()];
        for (List<Line> its : byUser.values()) {
            int furthest = 0;
            for (int view = 0; view < its.size(); view++) {
                if (its.get(view).type().equals("view")) {
                    furthest = Math.max(furthest, furthest(its, view, within.toMillis()));
                }
            }
            for (int step = 0; step < furthest; step++) {
                reached[step]++;
            }
        }
        return Arrays.stream(reached).boxed().toList();
    }

    private static int furthest(List<Line> its, int view, long withinMs) {
        List<Line> after = new ArrayList<>(its.subList(view + 1, its.size()));
        after.removeIf(it -> it.atMs() - its.get(view).atMs() > withinMs);
        Optional<Integer> cart = first(after, "cart", 0);
        if (cart.isEmpty()) {
            return 1;
        }
        return first(after, "purchase", cart.get() + 1).isPresent() ? 3 : 2;
    }

    private static Optional<Integer> first(List<Line> its, String type, int from) {
        for (int at = from; at < its.size(); at++) {
            if (its.get(at).type().equals(type)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Line line(String csv) {
        String[] fields = csv.split(",", -1);
        String time = fields[0].replace(" UTC", "Z").replace(' ', 'T');
        return new Line(fields[7], fields[1], Instant.parse(time).toEpochMilli());
    }

    private static UUID customer(String user) {
        return new UUID(46, Long.parseLong(user));
    }

    private static Path file() {
        Path root = Path.of(System.getProperty("itinera.root", "."));
        String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        return root.resolve(named == null ? USUAL : named).normalize();
    }
}
