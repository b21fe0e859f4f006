package io.itinera.insights.store;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The one DuckDB file: one writer at a time, any number of readers, each of which sees the last
 * commit. It can reach no other file and no network, and its settings are locked. It is opened
 * before anything is consumed, so that a file that cannot be opened stops the start.
 */
@Singleton
@Startup(Interceptor.Priority.PLATFORM_BEFORE + 1)
public final class Database {
    private static final String FILE = "insights.duckdb";

    private final DuckDBConnection root;

    @Inject
    Database(StoreConfig config) {
        this(config.dataDir(), config.memory().asLongValue(), config.threads());
    }

    /** Opens the file in this directory, or makes it. */
    Database(Path directory, long memoryBytes, int threads) {
        try {
            Files.createDirectories(directory);
            root =
                    (DuckDBConnection)
                            new DuckDBDriver()
                                    .connect(
                                            "jdbc:duckdb:" + directory.resolve(FILE),
                                            new Properties());
            try (Statement statement = root.createStatement()) {
                for (String setting : settings(memoryBytes, threads)) {
                    statement.execute(setting);
                }
                for (String table : Schema.STATEMENTS) {
                    statement.execute(table);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        } catch (SQLException e) {
            throw new StoreFailed("cannot open " + directory.resolve(FILE), e);
        }
    }

    private static List<String> settings(long memoryBytes, int threads) {
        return List.of(
                "SET memory_limit = '" + memoryBytes + "B'",
                "SET threads = " + threads,
                "SET TimeZone = 'UTC'",
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET enable_external_access = false",
                "SET lock_configuration = true");
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(DuckDBConnection connection) throws SQLException;
    }

    /** Asks something. */
    <T> T read(Work<T> question) {
        try (DuckDBConnection connection = root.duplicate()) {
            return question.on(connection);
        } catch (SQLException e) {
            throw new StoreFailed("a question failed", e);
        }
    }

    /** Writes all of it or nothing. */
    synchronized <T> T write(Work<T> work) {
        try (DuckDBConnection connection = root.duplicate()) {
            connection.setAutoCommit(false);
            return inTransaction(connection, work);
        } catch (SQLException e) {
            throw new StoreFailed("writing failed", e);
        }
    }

    private static <T> T inTransaction(DuckDBConnection connection, Work<T> work)
            throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** After the consumers, which are stopped before any bean is destroyed. */
    @PreDestroy
    void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new StoreFailed("closing failed", e);
        }
    }
}
