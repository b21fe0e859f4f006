package io.itinera.collector.plan;

import io.itinera.collector.domain.SeenName;
import io.itinera.collector.domain.Tally;
import io.itinera.collector.store.SeenStore;
import io.itinera.collector.store.SeenStore.Sample;
import io.itinera.collector.store.Suppressions;
import io.itinera.collector.wire.Mentions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps no sample of an event that names somebody who has been erased: none is stored, and those
 * that are stored already are taken out as soon as the erasure is known. One thread's.
 */
@Singleton
final class ErasedSamples {
    private static final Logger LOG = Logger.getLogger(ErasedSamples.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 200;

    private final Suppressions suppressions;
    private final SeenStore store;
    private final Set<String> left = new HashSet<>();

    @Inject
    ErasedSamples(Suppressions suppressions, SeenStore store) {
        this.suppressions = suppressions;
        this.store = store;
    }

    /** What was counted, without the samples that may not be stored any more. */
    Map<SeenName, Tally> without(Map<SeenName, Tally> tallies) {
        Map<SeenName, Tally> kept = new HashMap<>(tallies);
        kept.replaceAll(
                (name, tally) ->
                        erasedIn(name.workspace()).in(tally.sample())
                                ? tally.withoutSample()
                                : tally);
        return kept;
    }

    /**
     * Takes them out where somebody was erased since it was called last; what the database does not
     * let it do waits for the next time.
     */
    void takeOut() {
        left.addAll(suppressions.newlyErasedIn());
        Iterator<String> workspaces = left.iterator();
        while (workspaces.hasNext() && isTakenOut(workspaces.next())) {
            workspaces.remove();
        }
    }

    private boolean isTakenOut(String workspace) {
        try {
            SeenName after = new SeenName(workspace, BEFORE_ALL, "");
            List<Sample> page = store.samples(after, PAGE).await().atMost(PATIENCE);
            while (!page.isEmpty()) {
                takeOut(workspace, page);
                page = store.samples(page.getLast().name(), PAGE).await().atMost(PATIENCE);
            }
            return true;
        } catch (RuntimeException notNow) {
            LOG.infof("Samples of erased people are taken out later: %s", notNow.getMessage());
            return false;
        }
    }

    private void takeOut(String workspace, List<Sample> page) {
        Mentions erased = erasedIn(workspace);
        List<Sample> theirs = page.stream().filter(it -> erased.in(it.event())).toList();
        if (!theirs.isEmpty()) {
            store.forget(theirs).await().atMost(PATIENCE);
        }
    }

    private Mentions erasedIn(String workspace) {
        return new Mentions(suppressions.in(workspace));
    }
}
