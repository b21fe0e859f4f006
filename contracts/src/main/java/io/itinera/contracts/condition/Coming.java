package io.itinera.contracts.condition;

import io.itinera.contracts.Wire;
import java.time.Duration;

/**
 * How near an anniversary is: today, or beginning within so long. The day of a moment comes round
 * in each later year, the 29th of February on the 28th where a year has none; days are those of
 * UTC.
 *
 * @param within how long before the day's start it passes already; nothing for the day alone
 */
@Wire
public record Coming(Duration within) {}
