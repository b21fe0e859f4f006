package io.itinera.collector.dialects.ga4;

import java.util.Map;

/**
 * What an event of Google Analytics is called in Segment's e-commerce.
 *
 * @param event the name there
 * @param items whether its items are events of their own
 * @param cart whether it is about a cart
 */
record Meaning(String event, Items items, Cart cart) {
    private static final Map<String, Meaning> BY_NAME =
            Map.ofEntries(
                    Map.entry("view_item", new Meaning("Product Viewed", Items.EACH, Cart.NONE)),
                    Map.entry("select_item", new Meaning("Product Clicked", Items.EACH, Cart.NONE)),
                    Map.entry(
                            "view_item_list",
                            new Meaning("Product List Viewed", Items.TOGETHER, Cart.NONE)),
                    Map.entry(
                            "add_to_wishlist",
                            new Meaning("Product Added to Wishlist", Items.EACH, Cart.NONE)),
                    Map.entry("add_to_cart", new Meaning("Product Added", Items.EACH, Cart.ITS)),
                    Map.entry(
                            "remove_from_cart",
                            new Meaning("Product Removed", Items.EACH, Cart.ITS)),
                    Map.entry("view_cart", new Meaning("Cart Viewed", Items.TOGETHER, Cart.ITS)),
                    Map.entry(
                            "begin_checkout",
                            new Meaning("Checkout Started", Items.TOGETHER, Cart.ITS)),
                    Map.entry(
                            "add_shipping_info",
                            new Meaning("Checkout Step Completed", Items.TOGETHER, Cart.ITS)),
                    Map.entry(
                            "add_payment_info",
                            new Meaning("Payment Info Entered", Items.TOGETHER, Cart.ITS)),
                    Map.entry("purchase", new Meaning("Order Completed", Items.TOGETHER, Cart.ITS)),
                    Map.entry("refund", new Meaning("Order Refunded", Items.TOGETHER, Cart.ITS)),
                    Map.entry(
                            "view_promotion",
                            new Meaning("Promotion Viewed", Items.TOGETHER, Cart.NONE)),
                    Map.entry(
                            "select_promotion",
                            new Meaning("Promotion Clicked", Items.TOGETHER, Cart.NONE)),
                    Map.entry(
                            "search", new Meaning("Products Searched", Items.TOGETHER, Cart.NONE)),
                    Map.entry("share", new Meaning("Product Shared", Items.TOGETHER, Cart.NONE)));

    /** What becomes of an event's items. */
    enum Items {
        EACH,
        TOGETHER
    }

    /** Which cart an event is about. */
    enum Cart {
        ITS,
        NONE
    }

    /** An event that Segment does not know keeps its name. */
    static Meaning of(String name) {
        Meaning known = BY_NAME.get(name);
        return known == null ? new Meaning(name, Items.TOGETHER, Cart.NONE) : known;
    }
}
