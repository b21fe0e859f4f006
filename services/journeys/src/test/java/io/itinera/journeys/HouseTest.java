package io.itinera.journeys;

import io.itinera.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

final class HouseTest {
    @Test
    void houseIsInOrder() {
        HouseRules.check("io.itinera.journeys");
    }
}
