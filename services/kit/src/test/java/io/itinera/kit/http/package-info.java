/** A small service made of the kit alone, asked over HTTP. */
@NullMarked
package io.itinera.kit.http;

import org.jspecify.annotations.NullMarked;
