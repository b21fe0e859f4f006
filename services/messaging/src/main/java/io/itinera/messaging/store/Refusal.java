package io.itinera.messaging.store;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the database will never take from what it cannot take now. What is about the values
 * comes back however often it is tried; all else, such as a lost connection, a deadlock or a
 * neighbour who was faster, does not.
 */
public final class Refusal {
    private static final int DEEPEST_CAUSE = 10;

    private Refusal() {}

    /** True when the values are at fault. */
    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Refusal::refuses);
    }

    private static boolean refuses(Throwable cause) {
        return switch (cause) {
            case PgException refused -> aboutValues(refused.getSqlState());
            case SQLException refused -> aboutValues(refused.getSQLState());
            case IllegalArgumentException _, ArithmeticException _, DateTimeException _ -> true;
            default -> false;
        };
    }

    /** Data exceptions, limits of a row or an index, and columns that must not be so. */
    private static boolean aboutValues(@Nullable String state) {
        return state != null
                && (state.startsWith("22")
                        || state.startsWith("54")
                        || state.equals("23502")
                        || state.equals("23514"));
    }
}
