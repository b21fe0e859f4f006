/** What the tests of every service share: the rules of the house and tokens that hold there. */
@NullMarked
package io.itinera.kit.testing;

import org.jspecify.annotations.NullMarked;
