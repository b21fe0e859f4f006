/** How a letter is written: the template language, and the links that it carries. */
@NullMarked
package io.itinera.messaging.letters;

import org.jspecify.annotations.NullMarked;
