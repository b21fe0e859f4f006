package io.itinera.crooked.api;

import io.itinera.crooked.store.Cupboard;

final class ReachesPastTheShell {
    Cupboard cupboard() {
        return new Cupboard();
    }
}
