package io.itinera.insights.store;

import io.itinera.insights.domain.PathFold;
import io.itinera.insights.domain.PathQuestion;
import io.itinera.insights.domain.Sankey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Counts the moves from step to step in SQL; {@link PathFold} makes the picture of them. */
@Singleton
public final class PathStore {
    private final Database database;

    @Inject
    PathStore(Database database) {
        this.database = database;
    }

    /** The ways that people went. */
    public Sankey answer(String workspace, PathQuestion question) {
        return PathFold.fold(moves(workspace, question), question.shown());
    }

    List<PathFold.Move> moves(String workspace, PathQuestion question) {
        String start = question.start();
        Sql sql =
                new Sql()
                        .add("WITH did AS (SELECT coalesce(m.person, e.origin) AS person, e.name,")
                        .add("row_number() OVER o AS n, lag(e.name) OVER o AS before")
                        .add("FROM events e LEFT JOIN merges m USING (workspace, origin)")
                        .add("WHERE workspace = ?", workspace)
                        .add("AND e.happened >= ?", question.from().toEpochMilli())
                        .add("AND e.happened < ?", question.to().toEpochMilli())
                        .add("AND e.name NOT IN ('$identify', '$group', '$alias')")
                        .add("WINDOW o AS (PARTITION BY coalesce(m.person, e.origin)")
                        .add("ORDER BY e.happened, e.seq, e.id)),")
                        .add("starts AS (SELECT person, min(n) AS start FROM did");
        if (start != null) {
            sql.add("WHERE name = ?", start);
        }
        sql.add("GROUP BY person),")
                .add("steps AS (SELECT person, name, row_number() OVER")
                .add("(PARTITION BY person ORDER BY n) AS step FROM did JOIN starts USING (person)")
                .add("WHERE n >= start AND name IS DISTINCT FROM before),")
                .add("moves AS (SELECT step, name, lead(name) OVER")
                .add(
                        "(PARTITION BY person ORDER BY step) AS next FROM steps WHERE step <= ?)",
                        question.steps())
                .add("SELECT step, name, next, count(*) FROM moves GROUP BY ALL");
        return database.read(
                connection ->
                        sql.list(
                                connection,
                                row ->
                                        new PathFold.Move(
                                                row.getInt(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getLong(4))));
    }
}
