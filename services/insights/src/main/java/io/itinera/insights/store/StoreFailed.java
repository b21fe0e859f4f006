package io.itinera.insights.store;

import java.sql.SQLException;

/** DuckDB could not do what it was asked; nothing of it was written. */
public final class StoreFailed extends RuntimeException {
    StoreFailed(String what, SQLException why) {
        super(what, why);
    }
}
