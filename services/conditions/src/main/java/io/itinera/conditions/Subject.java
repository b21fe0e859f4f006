package io.itinera.conditions;

import java.util.Map;

/**
 * The customer that a condition is asked about, at one moment. Who has the customer's history
 * counts in it (see {@link Counting}); who has only answers of others looks those up.
 */
public interface Subject {

    /** What is known of them. */
    Map<String, Object> traits();

    /** The properties of the event in question; empty where there is none. */
    Map<String, Object> event();

    /** The properties of the event that started the enrollment; empty where there is none. */
    Map<String, Object> trigger();

    /** Whether they did this. */
    Verdict performed(Performance performance);
}
