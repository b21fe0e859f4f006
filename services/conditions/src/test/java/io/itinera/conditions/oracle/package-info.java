/**
 * What conditions mean, once more: read off the schema's prose and off nothing else, with no line
 * of the evaluator's, so that the two can disagree.
 */
@NullMarked
package io.itinera.conditions.oracle;

import org.jspecify.annotations.NullMarked;
