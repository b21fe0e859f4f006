/**
 * What the services say to each other, as Java records; the JSON Schemas beside them are the truth.
 */
@NullMarked
package io.itinera.contracts;

import org.jspecify.annotations.NullMarked;
