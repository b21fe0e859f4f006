package io.itinera.messaging.domain;

import java.util.Map;

/**
 * Something that a workspace sells or shows.
 *
 * @param id by what events name it
 * @param fields what is known of it, such as {@code name}, {@code url}, {@code image_url}, {@code
 *     price} and {@code currency}
 */
public record CatalogueItem(String id, Map<String, Object> fields) {
    /** The most items of one import. */
    public static final int MAX_IMPORT = 1_000;

    /** The longest id, in characters. */
    public static final int MAX_ID = 200;

    /** The most fields of one item. */
    public static final int MAX_FIELDS = 50;

    public CatalogueItem {
        fields = Map.copyOf(fields);
    }
}
