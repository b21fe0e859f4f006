package io.itinera.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The way by which a message reaches a customer. */
public enum Channel {
    @JsonProperty("email")
    EMAIL
}
