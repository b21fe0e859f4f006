package io.itinera.contracts.messages;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;
import java.util.UUID;

/** What a journey asks messaging to do. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Send.class, name = "send"),
    @JsonSubTypes.Type(value = CallBack.class, name = "callBack")
})
public sealed interface MessageCommand permits Send, CallBack {

    /** The send's key: the same request, however often it is read, has the same key. */
    UUID key();

    /** The tenant. */
    String workspace();

    /** Who it is about. */
    UUID customer();
}
