package io.itinera.stack.launcher;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of all processes as a person reads it. */
final class StatusTable {

    private StatusTable() {}

    static String of(List<StatusRow> rows) {
        StringBuilder table = new StringBuilder();
        append(table, "", "pid", "port", "health", "up for", "lag", "memory");
        for (StatusRow row : rows) {
            append(
                    table,
                    row.name(),
                    text(row.pid()),
                    text(row.port()),
                    row.health().words(),
                    row.uptimeSeconds() == null ? "" : StatusRow.uptime(row.uptimeSeconds()),
                    text(row.lag()),
                    row.memoryMb() == null ? "" : row.memoryMb() + " MB");
        }
        return table.toString();
    }

    private static void append(StringBuilder table, Object... cells) {
        table.append(
                        String.format(Locale.ROOT, "%-14s %7s %6s  %-10s %13s %9s %8s", cells)
                                .stripTrailing())
                .append('\n');
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
