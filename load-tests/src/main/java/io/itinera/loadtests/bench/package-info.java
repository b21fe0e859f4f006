/** What something costs, beside a reference in the same run. */
@NullMarked
package io.itinera.loadtests.bench;

import org.jspecify.annotations.NullMarked;
