/** What happens to customers when a process is killed in the middle. */
@NullMarked
package io.itinera.loadtests.chaos;

import org.jspecify.annotations.NullMarked;
