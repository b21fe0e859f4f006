package io.itinera.crooked.store;

import io.itinera.crooked.topics.Letterbox;

final class KnowsTheEdge {
    Letterbox letterbox() {
        return new Letterbox();
    }
}
