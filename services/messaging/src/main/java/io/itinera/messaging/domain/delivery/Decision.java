package io.itinera.messaging.domain.delivery;

import io.itinera.messaging.domain.Letter;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an input.
 *
 * @param delivery the delivery from now on
 * @param effects what must be done, in order
 */
public record Decision(Delivery delivery, List<Effect> effects) {
    public Decision {
        effects = List.copyOf(effects);
    }

    static Decision nothing(Delivery delivery) {
        return new Decision(delivery, List.of());
    }

    /** The letter that must be handed over, when there is one. */
    public Optional<Letter> letter() {
        return effects.stream()
                .filter(Effect.HandOver.class::isInstance)
                .map(effect -> ((Effect.HandOver) effect).letter())
                .findFirst();
    }
}
