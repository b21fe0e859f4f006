package io.itinera.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightTest {
    @ParameterizedTest(name = "{0} {1} needs {2}")
    @CsvSource({
        "GET,     '',                     READ",
        "GET,     members,                READ",
        "GET,     sources,                READ",
        "GET,     personalisation,        READ",
        "PUT,     personalisation,        OWN",
        "POST,    personalisation/rotate, OWN",
        "HEAD,    journeys,               READ",
        "POST,    insights/funnel,        READ",
        "POST,    insights/people,        READ",
        "POST,    templates/preview,      READ",
        "POST,    conditions/describe,    READ",
        "POST,    conditions/explain,     READ",
        "POST,    segments/preview,       READ",
        "POST,    segments/1,             WRITE",
        "POST,    imports/dry-run,        READ",
        "POST,    webhooks/dry-run,       READ",
        "POST,    imports,                WRITE",
        "PATCH,   imports/1,              WRITE",
        "PUT,     insights/funnel,        WRITE",
        "POST,    templates,              WRITE",
        "POST,    templates/1/publish,    WRITE",
        "PUT,     templates/preview,      WRITE",
        "DELETE,  segments/1,             WRITE",
        "PUT,     catalogue/items,        WRITE",
        "POST,    templates/preview/1,    WRITE",
        "PUT,     '',                     OWN",
        "POST,    members,                OWN",
        "DELETE,  members/1,              OWN",
        "POST,    sources/1/rotate,       OWN",
        "DELETE,  sources/1/keys/old,     OWN",
        "DELETE,  customers/1,            OWN",
        "GET,     customers/1,            READ",
        "GET,     customers/1/export,     OWN",
        "POST,    customers/1/merges,     WRITE",
        "GET,     erasures/1,             READ",
        "POST,    erasures,               OWN",
        "POST,    erasures/1/lift,        OWN",
    })
    void requestNeedsRight(String method, String path, Right expected) {
        List<String> segments = path.isEmpty() ? List.of() : List.of(path.split("/", -1));

        assertEquals(expected, Right.neededFor(method, segments));
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({"VIEWER, read", "AUTHOR, read|write", "OWNER, read|write|own"})
    void roleHasRights(Role role, String rights) {
        assertEquals(List.of(rights.split("\\|")), role.rights());
    }
}
