package io.itinera.loadtests.checker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.loadtests.ledger.Ledger;
import io.itinera.loadtests.ledger.LedgerFiles;
import io.itinera.loadtests.ledger.Slice;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.loadtests.ledger.Traffic;
import io.itinera.loadtests.ledger.Workload;
import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker that misses a bug, or accuses somebody honest, is no evidence. */
final class PlantedBugsTest {
    private static final Sinks.Topics TOPICS =
            Sinks.Topics.of("checker-" + UUID.randomUUID() + ".");
    private static final int PARTITIONS = 4;
    private static final long EVENTS = 2_000;
    private static final int SLICES = 3;
    private static final Workload WORKLOAD = new Workload(4, 5, 20, 13, 0, Workload.OnNo.REPEAT);

    private static String kafka;

    @TempDir private Path directory;

    @BeforeAll
    static void makeTopics() throws ExecutionException, InterruptedException {
        kafka = TestStack.attach(EnumSet.of(ServerName.KAFKA)).kafka().bootstrapServers();
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(
                            Stream.of(TOPICS.events(), TOPICS.activity(), TOPICS.quarantine())
                                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    @Test
    void honestCollectorIsNotAccused() throws IOException, InterruptedException {
        Judgement judgement = judge(null, Reach.ACTIVITY);
        assertEquals(Map.of(), judgement.counts(), judgement::toString);
        assertEquals(
                judgement.taken(),
                judgement.processed() + judgement.quarantined(),
                judgement::toString);
        assertTrue(judgement.taken() > EVENTS / 10 * 9, judgement::toString);
        assertTrue(judgement.quarantined() > EVENTS / 20, judgement::toString);
    }

    @ParameterizedTest
    @EnumSource
    void plantedBugIsCaught(Bug bug) throws IOException, InterruptedException {
        Judgement judgement = judge(bug, Reach.ACTIVITY);
        assertTrue(judgement.counts().containsKey(bug.finding()), () -> bug + ": " + judgement);
    }

    @Test
    void honestCollectorIsNotAccusedOfWhatComesLater() throws IOException, InterruptedException {
        Judgement judgement = judge(null, Reach.EVENTS);
        assertEquals(Map.of(), judgement.counts(), judgement::toString);
        assertEquals(
                judgement.taken(),
                judgement.waiting() + judgement.quarantined(),
                judgement::toString);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "FORGETS_AN_ID_IN_THE_WINDOW",
                "LEAVES_ONE_BEHIND",
                "SWAPS_TWO_IN_THE_STREAM",
                "KEYS_ONE_OTHERWISE_IN_THE_STREAM",
                "COUNTS_IT_FOR_ANOTHER_PERSON"
            })
    void collectorsBugIsCaughtWhereItPutsEvents(Bug bug) throws IOException, InterruptedException {
        Judgement judgement = judge(bug, Reach.EVENTS);
        assertTrue(judgement.counts().containsKey(bug.finding()), () -> bug + ": " + judgement);
    }

    private Judgement judge(@Nullable Bug bug, Reach reach)
            throws IOException, InterruptedException {
        String run = Optional.ofNullable(bug).map(Bug::name).orElse("honest") + reach;
        Path file = directory.resolve(run);
        Planted planted = new Planted(bug);
        List<Tenant> tenants = List.of(tenant(run + "-one"), tenant(run + "-two"));
        try (Sinks sinks = Sinks.fromNowOn(kafka, TOPICS, reach)) {
            try (Understudy understudy = new Understudy(kafka, TOPICS, planted);
                    Ledger ledger = Ledger.create(file);
                    Traffic traffic = new Traffic(understudy.address(), ledger)) {
                traffic.send(run, tenants, WORKLOAD, 7, EVENTS);
            }
            assertTrue(planted.hasStruck(), "the bug was never given its moment");
            awaitCommits();
            Judgement whole = judge(file, sinks, reach, 1);
            if (reach == Reach.EVENTS) {
                Judgement sliced = judge(file, sinks, reach, SLICES);
                assertEquals(whole.kept(), sliced.kept(), () -> whole + " in slices: " + sliced);
                assertEquals(whole.taken(), sliced.taken());
            }
            return whole;
        }
    }

    private static Judgement judge(Path file, Sinks sinks, Reach reach, int of) throws IOException {
        Slices slices = new Slices();
        for (Slice slice : Slice.all(of)) {
            Audit audit = new Audit(LedgerFiles.read(List.of(file), slice), reach, slice);
            sinks.again();
            sinks.tell(audit);
            slices.add(audit);
        }
        return slices.judge();
    }

    /** A commit has returned before its records can be read everywhere. */
    private static void awaitCommits() {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            await().until(
                            () ->
                                    ends(admin, IsolationLevel.READ_COMMITTED)
                                            .equals(ends(admin, IsolationLevel.READ_UNCOMMITTED)));
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            asked.put(new TopicPartition(TOPICS.activity(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(asked, new ListOffsetsOptions(level))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Tenant tenant(String name) {
        return new Tenant(name, name);
    }
}
