package io.itinera.insights.store;

import java.util.List;

/** The tables. Times are milliseconds since 1970. */
final class Schema {
    static final List<String> STATEMENTS =
            List.of(
                    """
                    CREATE TABLE IF NOT EXISTS events (
                        workspace VARCHAR NOT NULL, id VARCHAR NOT NULL, origin UUID NOT NULL,
                        name VARCHAR NOT NULL, happened BIGINT NOT NULL, seq BIGINT NOT NULL,
                        historic BOOLEAN NOT NULL, properties VARCHAR NOT NULL,
                        PRIMARY KEY (workspace, id))""",
                    """
                    CREATE TABLE IF NOT EXISTS merges (
                        workspace VARCHAR NOT NULL, origin UUID NOT NULL, person UUID NOT NULL,
                        PRIMARY KEY (workspace, origin))""",
                    """
                    CREATE TABLE IF NOT EXISTS transitions (
                        workspace VARCHAR NOT NULL, id VARCHAR NOT NULL, origin UUID NOT NULL,
                        customer UUID NOT NULL, journey UUID NOT NULL, version INTEGER NOT NULL,
                        enrollment UUID, kind VARCHAR NOT NULL, node VARCHAR, visit INTEGER NOT NULL,
                        edge VARCHAR, next VARCHAR, reason VARCHAR, send UUID, happened BIGINT NOT NULL,
                        seq BIGINT NOT NULL, details VARCHAR NOT NULL,
                        PRIMARY KEY (workspace, id))""",
                    """
                    CREATE TABLE IF NOT EXISTS journeys (
                        workspace VARCHAR NOT NULL, journey UUID NOT NULL, version INTEGER NOT NULL,
                        name VARCHAR NOT NULL, PRIMARY KEY (workspace, journey))""",
                    """
                    CREATE TABLE IF NOT EXISTS offsets (
                        topic VARCHAR NOT NULL, part INTEGER NOT NULL, next BIGINT NOT NULL,
                        PRIMARY KEY (topic, part))""",
                    """
                    CREATE TABLE IF NOT EXISTS topics (
                        topic VARCHAR NOT NULL PRIMARY KEY, id VARCHAR NOT NULL)""");

    private Schema() {}
}
