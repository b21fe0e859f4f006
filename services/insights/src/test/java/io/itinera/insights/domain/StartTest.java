package io.itinera.insights.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.insights.domain.Start.Cause;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void partitionNeverReadBeginsAtItsStart() {
        assertEquals(new Start.Over(Cause.NEVER_READ), Start.of("a", "b", null, 7));
    }

    @Test
    void offsetAtTheEndGoesOnAndOnePastItDoesNot() {
        assertEquals(new Start.GoOn(7), Start.of("a", "a", 7L, 7));
        assertEquals(new Start.Over(Cause.CUT_SHORT), Start.of("a", "a", 8L, 7));
    }

    @Test
    void offsetOfAnotherTopicSaysNothing() {
        assertEquals(new Start.Over(Cause.MADE_ANEW), Start.of("a", "b", 1L, 7));
    }

    @Test
    void topicWhoseIdWasNotNotedIsJudgedByItsEnd() {
        assertEquals(new Start.GoOn(1), Start.of(null, "b", 1L, 7));
        assertEquals(new Start.Over(Cause.CUT_SHORT), Start.of(null, "b", 8L, 7));
    }
}
