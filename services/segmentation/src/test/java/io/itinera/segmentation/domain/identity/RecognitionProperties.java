package io.itinera.segmentation.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class RecognitionProperties {
    /** What a device says: whose it is now, or nothing about that. */
    record Said(String device, String user) {
        Event event() {
            String known = user.isEmpty() ? null : user;
            EventType type = known == null ? EventType.track : EventType.identify;
            return RecognitionTest.event(type, device, known);
        }
    }

    /** Everything that recognition concluded: owners, merges, and whose each line was. */
    record People(Map<String, Device> devices, Set<Merge> merges, Map<String, List<UUID>> owners) {}

    @Property(tries = 500)
    void anyOrderThatKeepsEachDevicesOwnEndsInTheSamePeople(
            @ForAll("said") List<Said> said, @ForAll Random random) {
        assertEquals(people(said), people(interleaved(said, random)));
    }

    @Property(tries = 500)
    void aDeviceIsMergedAtMostOnce(@ForAll("said") List<Said> said) {
        Set<UUID> ended = new HashSet<>();
        for (Merge merge : people(said).merges()) {
            assertEquals(true, ended.add(merge.from()), () -> merge + " ends its customer twice");
        }
    }

    @Provide
    Arbitrary<List<Said>> said() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"), Arbitraries.of("", "ann", "bob", "eve"))
                .as(Said::new)
                .list()
                .ofMaxSize(30);
    }

    private static People people(List<Said> said) {
        Recognition recognition = new Recognition(RecognitionTest::id);
        Map<String, Device> devices = new HashMap<>();
        Set<Merge> merges = new HashSet<>();
        Map<String, List<UUID>> owners = new TreeMap<>();
        for (Said one : said) {
            Device device = devices.getOrDefault(one.device(), Device.UNKNOWN);
            Recognised recognised = recognition.recognise(device, one.event());
            owners.computeIfAbsent(one.device(), any -> new ArrayList<>())
                    .add(recognised.customer());
            Linking linking = recognised.linking();
            if (linking != null) {
                devices.put(one.device(), linking.device());
                if (linking.merge() != null) {
                    merges.add(linking.merge());
                }
            } else if (device.isNew()) {
                devices.put(one.device(), Device.NAMELESS);
            }
        }
        return new People(devices, merges, owners);
    }

    private static List<Said> interleaved(List<Said> said, Random random) {
        Map<String, Deque<Said>> waiting = new TreeMap<>();
        said.forEach(
                one -> waiting.computeIfAbsent(one.device(), any -> new ArrayDeque<>()).add(one));
        List<Said> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> devices = List.copyOf(waiting.keySet());
            String next = devices.get(random.nextInt(devices.size()));
            order.add(waiting.get(next).removeFirst());
            if (waiting.get(next).isEmpty()) {
                waiting.remove(next);
            }
        }
        return order;
    }
}
