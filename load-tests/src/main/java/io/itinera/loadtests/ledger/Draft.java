package io.itinera.loadtests.ledger;

/** An event that is about to be sent, and its JSON. */
record Draft(Sent sent, String json) {}
