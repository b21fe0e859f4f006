package io.itinera.messaging.store;

import io.itinera.messaging.domain.delivery.Gate;
import io.itinera.messaging.domain.delivery.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A verdict as it stands in a delivery's row. */
@RegisterForReflection
record StoredVerdict(String gate, String verdict, @Nullable String reason, Instant at) {
    static StoredVerdict of(Verdict verdict) {
        return new StoredVerdict(
                verdict.gate().wire(), verdict.verdict().wire(), verdict.reason(), verdict.at());
    }

    Verdict read() {
        return new Verdict(Gate.of(gate), Verdict.Ruling.of(verdict), reason, at);
    }
}
