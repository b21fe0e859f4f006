package io.itinera.segmentation.store;

/**
 * What one partition knows, as this instance's copy of it has it, to be read. Each part is found
 * when it is asked for.
 */
public final class LocalPartition {
    private final LocalStores stores;
    private final int number;

    LocalPartition(LocalStores stores, int number) {
        this.stores = stores;
        this.number = number;
    }

    /** Which partition. */
    public int number() {
        return number;
    }

    /** Who lives there. */
    public CustomerView customers() {
        return CustomerView.copy(stores.copy(StoreNames.CUSTOMERS, number));
    }

    /** How we know who they are. */
    public LedgerView ledgers() {
        return new LedgerView(stores.copy(StoreNames.CUSTOMERS, number));
    }

    /** What they did. */
    public TimelineView timelines() {
        return new TimelineView(stores.copy(StoreNames.TIMELINE, number));
    }

    /** What they belong to, and what is known of that here. */
    public AccountView accounts() {
        return new AccountView(stores.copy(StoreNames.CUSTOMERS, number));
    }

    /** The ways to them. */
    public LookupView lookups() {
        return new LookupView(stores.copy(StoreNames.LOOKUPS, number));
    }

    /** What it has read of erasures. */
    public ErasureView erasures() {
        return new ErasureView(stores.copy(StoreNames.DEFINITIONS, number));
    }

    /** What it has read of what was published. */
    public DefinitionView definitions() {
        return new DefinitionView(stores.copy(StoreNames.DEFINITIONS, number));
    }
}
