/** What goes wrong, told as RFC 9457 problem documents from one list of codes. */
@NullMarked
package io.itinera.kit.problem;

import org.jspecify.annotations.NullMarked;
