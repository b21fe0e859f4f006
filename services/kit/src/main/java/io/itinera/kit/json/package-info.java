/** JSON as every service reads and writes it, on topics and over HTTP. */
@NullMarked
package io.itinera.kit.json;

import org.jspecify.annotations.NullMarked;
