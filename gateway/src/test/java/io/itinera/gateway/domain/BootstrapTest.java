package io.itinera.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap FLAT = new Bootstrap("roles", "itinera-bootstrap");
    private static final Bootstrap NESTED = new Bootstrap("realm_access/roles", "founder");

    @Test
    void listWithTheValueAllows() {
        assertTrue(FLAT.allows(Map.of("roles", List.of("user", "itinera-bootstrap"))));
    }

    @Test
    void textThatIsTheValueAllows() {
        assertTrue(FLAT.allows(Map.of("roles", "itinera-bootstrap")));
    }

    @Test
    void textThatOnlyContainsTheValueDoesNot() {
        assertFalse(FLAT.allows(Map.of("roles", "no-itinera-bootstrap")));
    }

    @Test
    void slashStepsIntoObjects() {
        assertTrue(NESTED.allows(Map.of("realm_access", Map.of("roles", List.of("founder")))));
    }

    @Test
    void absentClaimAllowsNothing() {
        assertFalse(FLAT.allows(Map.of()));
        assertFalse(NESTED.allows(Map.of("realm_access", "founder")));
    }
}
