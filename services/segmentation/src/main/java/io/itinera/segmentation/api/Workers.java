package io.itinera.segmentation.api;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Reads of other instances block; what follows them goes on where the request began. */
final class Workers {
    private Workers() {}

    static <T> Uni<T> run(Supplier<T> read) {
        return Uni.createFrom()
                .item(read)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }
}
