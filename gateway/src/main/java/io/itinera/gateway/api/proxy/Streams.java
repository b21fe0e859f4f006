package io.itinera.gateway.api.proxy;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many streams of events each person has open at this instance, whichever service writes them.
 * A stream holds a connection and asks again and again, so that nobody may have any number of them.
 */
@Singleton
public final class Streams {
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private final int atMost;

    Streams(ProxySettings settings) {
        this.atMost = settings.streamsPerPerson();
    }

    int atMost() {
        return atMost;
    }

    /** One stream's place; giving it back again changes nothing. */
    static final class Seat {
        private final Runnable giveBack;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Seat(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        void leave() {
            if (taken.compareAndSet(true, false)) {
                giveBack.run();
            }
        }
    }

    /** A place for one more stream; empty when this person has as many as one may. */
    Optional<Seat> seat(String person) {
        int now = open.merge(person, 1, Integer::sum);
        if (now > atMost) {
            leave(person);
            return Optional.empty();
        }
        return Optional.of(new Seat(() -> leave(person)));
    }

    private void leave(String person) {
        open.computeIfPresent(person, (_, count) -> count == 1 ? null : count - 1);
    }
}
