/** The topics as they are called here, as the AsyncAPI documents size them, and their creation. */
@NullMarked
package io.itinera.kit.topics;

import org.jspecify.annotations.NullMarked;
