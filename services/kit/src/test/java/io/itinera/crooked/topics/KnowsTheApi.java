package io.itinera.crooked.topics;

import io.itinera.crooked.api.Counter;

final class KnowsTheApi {
    Counter counter() {
        return new Counter();
    }
}
