package io.itinera.collector.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final byte[] BODY = new byte[1_000];

    @Test
    void whatEventsShareIsCountedWithEachAndWhatWasSentOnceIsCountedOnce() {
        Slice one = new Slice(BODY, 0, 100);
        Slice other = new Slice(BODY, 100, 300);
        List<Draft> drafts = List.of(draft(one), draft(other), draft(other));
        assertEquals(
                List.of(300L, 330L),
                List.of(
                        new Submission(drafts, null, null, null).bytes(),
                        new Submission(drafts, null, null, new Slice(BODY, 300, 310)).bytes()));
    }

    private static Draft draft(Slice whole) {
        return new Draft(whole, Map.of(), Map.of(), null);
    }
}
