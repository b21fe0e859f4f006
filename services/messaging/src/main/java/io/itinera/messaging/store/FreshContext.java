package io.itinera.messaging.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/**
 * Runs each piece of work in a context of its own, as a request has one: a session belongs to its
 * context, and two pieces of work must not share one.
 */
@ApplicationScoped
public class FreshContext implements Executor {
    private final Vertx vertx;

    @Inject
    FreshContext(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void execute(Runnable work) {
        Context context =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> work.run());
    }
}
