package io.itinera.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacePathTest {
    private static final String ID = "0190a5b0-7c11-7b33-8f10-1f8d5a2b9c77";
    private static final UUID WORKSPACE = UUID.fromString(ID);

    @ParameterizedTest
    @CsvSource({
        "events,                COLLECTOR",
        "plan/events/a%2Fb,     COLLECTOR",
        "quarantine/replays,    COLLECTOR",
        "segments/1/members,    SEGMENTATION",
        "customers,             SEGMENTATION",
        "accounts,              SEGMENTATION",
        "conditions/describe,   SEGMENTATION",
        "personalisation,       SEGMENTATION",
        "journeys/1/draft,      JOURNEYS",
        "recipes,               JOURNEYS",
        "enrollments,           JOURNEYS",
        "templates,             MESSAGING",
        "catalogue/items/a%2Fb, MESSAGING",
        "deliveries,            MESSAGING",
        "consents,              MESSAGING",
        "insights/journeys,     INSIGHTS",
    })
    void firstSegmentNamesService(String rest, Service expected) {
        WorkspacePath path = WorkspacePath.of("/api/workspaces/" + ID + "/" + rest).orElseThrow();

        assertEquals(
                new WorkspacePath(WORKSPACE, List.of(rest.split("/", -1))), path, "taken apart");
        assertEquals("/" + rest, path.rest(), "as the service sees it");
        assertEquals(Optional.of(expected), path.service());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/members", "/sources/1", "/public/click/1", "/q/health"})
    void noServiceAnswersForOwnAndForeignRooms(String rest) {
        WorkspacePath path = WorkspacePath.of("/api/workspaces/" + ID + rest).orElseThrow();

        assertEquals(Optional.empty(), path.service());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/workspaces/",
                "/api/workspaces/1",
                "/api/workspaces/0190A5B0-7C11-7B33-8F10-1F8D5A2B9C77",
                "/api/workspaces/" + ID + ";x=1",
                "/api/workspaces/" + ID + "/members;x=1",
                "/api/workspaces/" + ID + "//members",
                "/api/workspace/" + ID,
                "/journeys",
            })
    void whatRoutersDisagreeAboutIsNoPath(String path) {
        assertEquals(Optional.empty(), WorkspacePath.of(path));
    }

    @Test
    void everySegmentBelongsToOneService() {
        List<String> all =
                List.of(Service.values()).stream()
                        .flatMap(service -> service.segments().stream())
                        .toList();

        assertEquals(List.copyOf(new LinkedHashSet<>(all)), all);
    }
}
