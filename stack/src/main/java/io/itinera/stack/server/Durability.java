package io.itinera.stack.server;

/**
 * Whether what a server was told must outlive the machine's power, or only the server's clients.
 */
public enum Durability {
    KEPT,
    /** For tests: no waiting for the disk. */
    FLEETING
}
