package io.itinera.collector.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.Given;
import io.itinera.collector.wire.SegmentCall;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentEventsRoomTest {
    private static final int EVENT_BYTES = 1_000;
    private static final int KEPT_BYTES = EVENT_BYTES + NewestEvents.BESIDE_THE_EVENT;

    @Test
    void roomHasItsEventsAndForOneMoreTheIdlestWorkspaceIsForgotten() {
        RecentEvents recent = new RecentEvents(3 * KEPT_BYTES);
        add(recent, "idle", 1);
        add(recent, "busy", 2);
        List<Integer> at = kept(recent);
        add(recent, "busy", 1);
        assertEquals(List.of(List.of(1, 2), List.of(0, 3)), List.of(at, kept(recent)));
    }

    @Test
    void whatIsReplacedInARingTakesNoRoom() {
        RecentEvents recent = new RecentEvents((RecentEvents.KEPT + 1) * (long) KEPT_BYTES);
        add(recent, "idle", 1);
        add(recent, "busy", 3 * RecentEvents.KEPT);
        assertEquals(List.of(1, RecentEvents.KEPT), kept(recent));
    }

    @Test
    void workspaceThatWasForgottenIsToldOfWhatComesNext() {
        RecentEvents recent = new RecentEvents(KEPT_BYTES);
        List<SeenEvent> told = new ArrayList<>();
        Runnable end = recent.listen("idle", told::add);
        add(recent, "idle", 1);
        add(recent, "busy", 1);
        add(recent, "idle", 1);
        int listeners = recent.listeners("idle");
        end.run();
        assertEquals(
                List.of(2, 1, 0, List.of(1, 0)),
                List.of(told.size(), listeners, recent.listeners("idle"), kept(recent)));
    }

    @Test
    void ofWhatWaitsTheNewestSuffice() {
        RecentEvents recent = new RecentEvents(Long.MAX_VALUE);
        for (int n = 0; n < 3 * RecentEvents.KEPT; n++) {
            recent.add(source("busy"), Given.NOW, verdicts());
        }
        long waiting = recent.waitingBytes();
        recent.show();
        assertEquals(
                List.of((long) RecentEvents.KEPT * EVENT_BYTES, 0L, List.of(0, RecentEvents.KEPT)),
                List.of(waiting, recent.waitingBytes(), kept(recent)));
    }

    @Test
    void whereSomebodyIsToldOfEachNoneIsLetGoOf() {
        RecentEvents recent = new RecentEvents(Long.MAX_VALUE);
        List<SeenEvent> told = new ArrayList<>();
        Runnable end = recent.listen("busy", told::add);
        for (int n = 0; n < 3 * RecentEvents.KEPT; n++) {
            recent.add(source("busy"), Given.NOW, verdicts());
        }
        recent.show();
        end.run();
        assertEquals(3 * RecentEvents.KEPT, told.size());
    }

    private static List<Integer> kept(RecentEvents recent) {
        return List.of(recent.newest("idle", 100).size(), recent.newest("busy", 100).size());
    }

    private static void add(RecentEvents recent, String workspace, int events) {
        for (int n = 0; n < events; n++) {
            recent.add(source(workspace), Given.NOW, verdicts());
            recent.show();
        }
    }

    private static List<Verdict> verdicts() {
        String empty = "{'event':'E','userId':'u','properties':{'a':''}}";
        String json = empty.replace("''", "'" + "x".repeat(EVENT_BYTES - empty.length()) + "'");
        return Given.judge(new SegmentCall(EventType.track), json, Given.ARRIVAL, Limits.DEFAULT);
    }

    private static Source source(String workspace) {
        return new Source(
                UUID.randomUUID(),
                workspace,
                "Shop",
                List.of(),
                true,
                Source.DEFAULT_HISTORIC_AFTER,
                IntakeRules.DEFAULT,
                null,
                Map.of());
    }
}
