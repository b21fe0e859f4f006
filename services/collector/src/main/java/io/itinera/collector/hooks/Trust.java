package io.itinera.collector.hooks;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.collector.hooks.signatures.Scheme;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what a source believes its senders. */
sealed interface Trust {
    /** What speaks against a delivery. */
    Optional<String> complaint(Delivery delivery, byte[] body);

    /** Signed with the source's secret. */
    record Signed(Scheme scheme, String secret, InstantSource clock) implements Trust {
        @Override
        public Optional<String> complaint(Delivery delivery, byte[] body) {
            return Optional.ofNullable(scheme.complaint(delivery, body, secret, clock.instant()));
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "Signed[" + scheme + "]";
        }
    }

    /** The write key suffices, because the source says so. */
    record Everybody() implements Trust {
        @Override
        public Optional<String> complaint(Delivery delivery, byte[] body) {
            return Optional.empty();
        }
    }

    /**
     * Nobody, because nothing is known that a signature could be checked with.
     *
     * @param reason what is missing
     */
    record Nobody(String reason) implements Trust {
        @Override
        public Optional<String> complaint(Delivery delivery, byte @Nullable [] body) {
            return Optional.of(reason);
        }
    }
}
