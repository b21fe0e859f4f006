package io.itinera.insights.store;

import io.itinera.insights.domain.FunnelAnswer;
import io.itinera.insights.domain.FunnelQuestion;
import io.itinera.insights.domain.FunnelStep;
import io.itinera.insights.domain.Reach;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@link io.itinera.insights.domain.Funnel} in SQL, linear in the events: each occurrence knows the
 * number of the next occurrence of every step, and a run follows these numbers by equality.
 */
@Singleton
public final class FunnelStore {
    private final Database database;

    @Inject
    FunnelStore(Database database) {
        this.database = database;
    }

    /** How far people came. */
    public FunnelAnswer answer(String workspace, FunnelQuestion question) {
        int steps = question.steps().size();
        Sql sql = runs(workspace, question);
        sql.add("SELECT " + each(steps, 0, "count(t%d)"));
        sql.add(steps > 1 ? ", " + medians(steps) : "").add("FROM best");
        return database.read(
                connection ->
                        sql.list(
                                        connection,
                                        row -> {
                                            List<Long> people = new ArrayList<>();
                                            List<@Nullable Double> medians =
                                                    new ArrayList<>(Collections.nCopies(1, null));
                                            for (int at = 1; at <= steps; at++) {
                                                people.add(row.getLong(at));
                                            }
                                            for (int at = 1; at < steps; at++) {
                                                medians.add(
                                                        row.getObject(steps + at, Double.class));
                                            }
                                            return FunnelAnswer.of(question, people, medians);
                                        })
                                .getFirst());
    }

    /**
     * The people who reached a step, by id.
     *
     * @param step from 1
     * @param reach who of them
     * @param after only ids after this one
     */
    public List<UUID> people(
            String workspace,
            FunnelQuestion question,
            int step,
            Reach reach,
            UUID after,
            int limit) {
        String reached = "t" + (step - 1) + " IS NOT NULL";
        boolean dropped = reach == Reach.NO_FURTHER && step < question.steps().size();
        Sql sql =
                runs(workspace, question)
                        .add("SELECT person FROM best WHERE " + reached)
                        .add(dropped ? "AND t" + step + " IS NULL" : "")
                        .add("AND person > ? ORDER BY person LIMIT ?", after, limit);
        return database.read(
                connection -> sql.list(connection, row -> row.getObject(1, UUID.class)));
    }

    /** Each person's best run, as the times t0, t1 and so on of the steps reached. */
    private static Sql runs(String workspace, FunnelQuestion question) {
        int steps = question.steps().size();
        Sql sql = new Sql().add("WITH flagged AS (SELECT");
        sql.add("coalesce(m.person, e.origin) AS person, e.happened, e.seq, e.id");
        for (int at = 0; at < steps; at++) {
            flag(sql, question, at);
        }
        sql.add("FROM events e LEFT JOIN merges m USING (workspace, origin)");
        long fromMs = question.from().toEpochMilli();
        long lastMs = question.to().toEpochMilli() + question.within().toMillis();
        sql.add("WHERE workspace = ? AND e.happened BETWEEN ? AND ?", workspace, fromMs, lastMs);
        Object[] names = question.steps().stream().map(FunnelStep::event).distinct().toArray();
        String marks = String.join(", ", Collections.nCopies(names.length, "?"));
        sql.add("AND e.name IN (" + marks + ")), ", names);
        sql.add("numbered AS (SELECT *, row_number() OVER");
        sql.add("(PARTITION BY person ORDER BY happened, seq, id) AS n FROM flagged");
        sql.add(
                "WHERE "
                        + IntStream.range(0, steps)
                                .mapToObj(at -> "s" + at)
                                .collect(Collectors.joining(" OR "))
                        + "),");
        sql.add("linked AS (SELECT person, happened, n, s0");
        for (int at = 1; at < steps; at++) {
            sql.add(", min(CASE WHEN s%d THEN n END) OVER later AS next%d".formatted(at, at));
        }
        sql.add("FROM numbered WINDOW later AS (PARTITION BY person ORDER BY n");
        sql.add("ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)),");
        return best(sql, question);
    }

    private static void flag(Sql sql, FunnelQuestion question, int at) {
        FunnelStep step = question.steps().get(at);
        sql.add(", (e.name = ?", step.event());
        if (at == 0) {
            sql.add("AND e.happened < ?", question.to().toEpochMilli());
        }
        sql.add("AND").add(WhereSql.of(step.where())).add(") AS s" + at);
    }

    private static Sql best(Sql sql, FunnelQuestion question) {
        int steps = question.steps().size();
        sql.add("runs AS (SELECT l0.person, l0.n AS start, ");
        sql.add(each(steps, 0, "l%1$d.happened AS t%1$d")).add("FROM linked l0");
        for (int at = 1; at < steps; at++) {
            sql.add(
                    "LEFT JOIN linked l%1$d ON l%1$d.person = l%2$d.person AND l%1$d.n = l%2$d.next%1$d AND l%1$d.happened <= l0.happened + ?"
                            .formatted(at, at - 1),
                    question.within().toMillis());
        }
        sql.add("WHERE l0.s0),");
        sql.add("best AS (SELECT DISTINCT ON (person) * FROM runs ORDER BY person");
        for (int at = steps - 1; at > 0; at--) {
            sql.add(", t" + at + " IS NULL");
        }
        return sql.add(", start)");
    }

    private static String medians(int steps) {
        return IntStream.range(1, steps)
                .mapToObj(at -> "quantile_cont((t%d - t%d)::DOUBLE, 0.5)".formatted(at, at - 1))
                .collect(Collectors.joining(", "));
    }

    private static String each(int steps, int first, String form) {
        return IntStream.range(first, steps)
                .mapToObj(form::formatted)
                .collect(Collectors.joining(", "));
    }
}
