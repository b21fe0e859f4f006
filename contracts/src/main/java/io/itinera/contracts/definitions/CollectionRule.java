package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A list that an enrollment keeps, such as what lies in the cart. Events count when they have the
 * same value in the entry's key property as the trigger has. When the list becomes empty the
 * enrollment ends with the reason {@code emptied:} and the collection's name.
 *
 * @param addedBy the event that adds an item; its properties are the item
 * @param removedBy the event that takes one out
 * @param item the property that tells one item from another, such as {@code product_id}
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CollectionRule(String addedBy, @Nullable String removedBy, String item) {
    /** The most items that are kept; the oldest make room. */
    public static final int MAX_ITEMS = 50;
}
