/** How the tests of every module get real servers with names of their own. */
@NullMarked
package io.itinera.stack.testing;

import org.jspecify.annotations.NullMarked;
