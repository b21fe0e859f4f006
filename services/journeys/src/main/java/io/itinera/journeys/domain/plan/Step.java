package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Compiled;
import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.Node.Wait.From;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A node ready to be run: its conditions compiled, every edge leading to a node that exists. */
public sealed interface Step {

    /** Waits a duration since a moment, then goes on. */
    record Wait(Duration duration, From from, String next) implements Step {}

    /** Takes the first way whose condition holds. */
    record Branch(List<Way> ways, String otherwise) implements Step {}

    /** One way out of a branch. */
    record Way(String label, Compiled when, String next) {}

    /** Asks for a message and goes on at once. */
    record Message(Channel channel, UUID template, String next) implements Step {}

    /** Ends the enrollment with a word. */
    record Exit(String outcome) implements Step {}
}
