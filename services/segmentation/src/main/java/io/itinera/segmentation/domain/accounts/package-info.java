/** What customers belong to: accounts, where each lives, and where its members do. */
@NullMarked
package io.itinera.segmentation.domain.accounts;

import org.jspecify.annotations.NullMarked;
