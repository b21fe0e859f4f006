package io.itinera.contracts.erasures;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.itinera.contracts.Wire;
import java.util.UUID;

/** A value of the erasures topic; none names anybody but by ids, so that it can stay. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ErasureRequest.class, name = "request"),
    @JsonSubTypes.Type(value = ErasureReceipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = ErasureLift.class, name = "lift")
})
public sealed interface ErasuresRecord permits ErasureRequest, ErasureReceipt, ErasureLift {

    /** The erasure. */
    UUID id();

    /** The tenant. */
    String workspace();

    /** Who is erased, as known when it was asked for. */
    UUID customer();
}
