package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What moves a delivery. */
public sealed interface Input {

    /** What a journey says; it may be the first that is heard of a delivery. */
    sealed interface Commanded extends Input {
        /** The send's key. */
        UUID key();
    }

    /** A journey asks for it. */
    record Requested(Send send, @Nullable String traceparent) implements Commanded {
        @Override
        public UUID key() {
            return send.key();
        }
    }

    /** A journey wants it back. */
    record WantedBack(CallBack callBack, @Nullable String traceparent) implements Commanded {
        @Override
        public UUID key() {
            return callBack.key();
        }
    }

    /** Its time has come; this is how things stand. */
    record Due(Circumstances circumstances) implements Input {}

    /** The provider took it. */
    record Accepted() implements Input {}

    /**
     * The provider refuses it for good.
     *
     * @param reply what it said, its code first
     */
    record Refused(ProviderReply reply) implements Input {}

    /**
     * The provider cannot take it now, and has not taken it.
     *
     * @param reason a code such as {@code provider:451} or {@code connection_lost}
     */
    record Unavailable(String reason) implements Input {}

    /**
     * The provider may have taken it: its answer was not heard.
     *
     * @param reason a code such as {@code answer_unknown}
     */
    record Unheard(String reason) implements Input {}

    /**
     * What the provider answered could not be saved, however often it was tried.
     *
     * @param reason a code
     */
    record Unsaved(String reason) implements Input {}

    /**
     * We could not decide or save it, for a reason that nobody foresaw.
     *
     * @param reason a code such as {@code stumbled:DataException}
     */
    record Stumbled(String reason) implements Input {}

    /** The customer followed a link. */
    record Clicked(String url) implements Input {}
}
