package io.itinera.stack.server;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PostgreSQL with one user, {@value #USER}.
 *
 * @param password of that user; set when the data directory is made
 * @param databases made after each start where they are missing; names are plain identifiers
 */
public record PostgresServer(
        int port, String password, Durability durability, List<String> databases)
        implements Server {

    public static final String USER = "itinera";

    private static final int MAX_CONNECTIONS = 300;

    public PostgresServer {
        databases = List.copyOf(databases);
    }

    @Override
    public String name() {
        return "postgres";
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Launch prepare(Home home) throws IOException, InterruptedException {
        Path software = PostgresSoftware.unpacked(home);
        Path data = home.data(name());
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            PostgresSoftware.initialise(software, data, USER, password);
        }
        PostgresSoftware.forgetDeadPostmaster(data);
        List<String> command = new ArrayList<>(PostgresSoftware.asOrdinaryUser());
        command.addAll(List.of(software.resolve("bin/postgres").toString(), "-D", data.toString()));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new Launch(name(), command, Map.of(), StopSignal.INT, List.of(port));
    }

    @Override
    public Readiness readiness() {
        return () -> Probe.accepts(port) && answers();
    }

    @Override
    public Child start(Home home) throws IOException, InterruptedException {
        Child child = Server.super.start(home);
        try (Connection connection = connect()) {
            createMissing(connection);
        } catch (SQLException e) {
            throw new IOException("Cannot create the databases " + databases, e);
        }
        return child;
    }

    private Map<String, String> settings() {
        String sync = durability == Durability.KEPT ? "on" : "off";
        return Map.of(
                "port",
                Integer.toString(port),
                "listen_addresses",
                "127.0.0.1",
                "unix_socket_directories",
                "",
                "max_connections",
                Integer.toString(MAX_CONNECTIONS),
                "shared_buffers",
                "64MB",
                "fsync",
                sync,
                "synchronous_commit",
                sync,
                "full_page_writes",
                sync);
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private void createMissing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Set<String> present = new HashSet<>();
            try (ResultSet rows = statement.executeQuery("select datname from pg_database")) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
            for (String database : databases) {
                if (!present.contains(database)) {
                    statement.execute("create database " + database);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
    }
}
