package io.itinera.messaging.provider;

import io.vertx.ext.mail.MailMessage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A message that knows whether its body has been read. The client reads it when a connection is
 * ready for it, and it cannot leave unread: so what is lost before that has surely not arrived, and
 * what is withdrawn before that never will.
 */
final class WatchedMessage extends MailMessage {
    private enum Body {
        UNREAD,
        READ,
        WITHDRAWN
    }

    private final AtomicReference<Body> body = new AtomicReference<>(Body.UNREAD);

    @Override
    public String getHtml() {
        if (!body.compareAndSet(Body.UNREAD, Body.READ) && body.get() == Body.WITHDRAWN) {
            throw new IllegalStateException("the message was withdrawn before it could leave");
        }
        return super.getHtml();
    }

    /** True when it can no longer leave. */
    boolean withdraw() {
        return body.compareAndSet(Body.UNREAD, Body.WITHDRAWN);
    }

    boolean mayHaveLeft() {
        return body.get() == Body.READ;
    }
}
