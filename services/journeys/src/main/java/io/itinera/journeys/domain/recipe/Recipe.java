package io.itinera.journeys.domain.recipe;

import io.itinera.contracts.definitions.JourneyPlan;
import java.util.List;
import java.util.Map;

/** A journey that need only be filled in. */
public sealed interface Recipe permits CartDrop {

    /** Every recipe, in the order in which it is offered. */
    List<Recipe> ALL = List.of(new CartDrop());

    /** By which it is asked for. */
    String key();

    /** What people call it. */
    Localized title();

    /** What it does, in a sentence. */
    Localized description();

    /** What to fill in, in the order of the form. */
    List<Parameter> parameters();

    /**
     * The plan that comes of it.
     *
     * @throws InvalidParameters when a value is missing or cannot be read, with all that is wrong
     */
    JourneyPlan fill(Map<String, String> values) throws InvalidParameters;
}
