/** That a person is to be erased, and what each service says once it has. */
@NullMarked
package io.itinera.contracts.erasures;

import org.jspecify.annotations.NullMarked;
