package io.itinera.collector.dialects.jitsu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Given;
import io.itinera.collector.wire.SegmentCall;
import io.itinera.contracts.events.EventType;
import org.junit.jupiter.api.Test;

class JitsuCallTest {
    private static final JitsuCall CALL = new JitsuCall(new SegmentCall(EventType.track));

    @Test
    void maskedKeyInTheBodyIsNoKey() {
        Submission read =
                (Submission) Given.read(CALL, "{'writeKey':'id:***','event':'E','userId':'u'}");
        assertNull(read.writeKey());
        assertEquals("E", read.drafts().getFirst().text(Text.EVENT));
    }

    @Test
    void whatIsNoJsonIsUndecodable() {
        assertInstanceOf(Undecodable.class, Given.read(CALL, "{"));
    }
}
