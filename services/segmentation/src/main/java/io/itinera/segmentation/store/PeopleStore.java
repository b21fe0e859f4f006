package io.itinera.segmentation.store;

import io.itinera.conditions.History;
import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the customers of one partition: they, their timelines, the ways to them, and who
 * of them waits.
 */
public final class PeopleStore {
    private static final char WAY = 'w';

    private final Residents residents;
    private final KeyValueStore<Bytes, byte[]> customers;
    private final CustomerView view;
    private final TimelineStore timeline;
    private final LookupStore lookups;
    private final HoldStore holds;
    private final MoveStore moves;
    private final LedgerStore ledger;
    private final UnionStore unions;
    private final PartingStore partings;
    private final AccountStore accounts;
    private final TellingStore tellings;
    private final ErasingStore erasing;
    private final ErasedStore erased;
    private final AwayStore away;
    private final ReturnStore returns;
    private LookupView.@Nullable Due fired;

    /**
     * What is kept in these.
     *
     * @param history for how long what happened is kept
     */
    public PeopleStore(
            KeyValueStore<Bytes, byte[]> customers,
            KeyValueStore<Bytes, byte[]> timeline,
            KeyValueStore<Bytes, byte[]> lookups,
            KeyValueStore<Bytes, byte[]> holds,
            Duration history) {
        this.customers = customers;
        this.residents = new Residents(customers);
        this.view = CustomerView.own(customers);
        this.timeline = new TimelineStore(timeline, history);
        this.lookups = new LookupStore(lookups);
        this.holds = new HoldStore(holds);
        this.moves = new MoveStore(holds);
        this.ledger = new LedgerStore(customers);
        this.unions = new UnionStore(customers);
        this.partings = new PartingStore(holds);
        this.accounts = new AccountStore(customers);
        this.tellings = new TellingStore(holds);
        this.erasing = new ErasingStore(holds);
        this.erased = new ErasedStore(customers);
        this.away = new AwayStore(customers);
        this.returns = new ReturnStore(holds);
    }

    /** Who is found under an id; somebody unknown when nobody ever was. */
    public Resident find(String workspace, UUID customer) {
        return residents.find(workspace, customer).resident();
    }

    /** Customers in the store's order. */
    public CustomerView.Page after(String workspace, @Nullable UUID cursor, int limit) {
        return view.after(workspace, cursor, limit);
    }

    /** What they did. */
    public TimelineView timelines() {
        return timeline.view();
    }

    /** What a customer did, to be read before anything is changed here. */
    public History history(UUID customer) {
        return timeline.history(customer);
    }

    /** Who waits for a merge. */
    public HoldStore holds() {
        return holds;
    }

    /** Whose past is on its way. */
    public MoveStore moves() {
        return moves;
    }

    /** How we know who they are. */
    public LedgerStore ledger() {
        return ledger;
    }

    /** Which merges can be undone. */
    public UnionStore unions() {
        return unions;
    }

    /** Which merges are being undone. */
    public PartingStore partings() {
        return partings;
    }

    /** Accounts that live here, and members of any who do. */
    public AccountStore accounts() {
        return accounts;
    }

    /** Accounts whose members are being asked again. */
    public TellingStore tellings() {
        return tellings;
    }

    /** Who is being erased. */
    public ErasingStore erasing() {
        return erasing;
    }

    /** Who was erased. */
    public ErasedStore erased() {
        return erased;
    }

    /** Whose names are not taken. */
    public AwayStore away() {
        return away;
    }

    /** Who was let in again. */
    public ReturnStore returns() {
        return returns;
    }

    /** The names that lead to somebody who moved, or of which they were known when they did. */
    public KnownIdentities namesOf(String workspace, UUID moved) {
        byte[] names = customers.get(wayKey(workspace, moved));
        return names != null && CustomerPacking.resident(names) instanceof Customer ended
                ? ended.identities()
                : KnownIdentities.NONE;
    }

    /** Takes a customer out and leaves a note of that; their timeline still lies here. */
    public void erase(Customer before, Resident.Erased note) {
        String workspace = before.workspace();
        UUID id = before.id();
        Customer nobody = Customer.unknown(workspace, id);
        byte[] moved = customers.delete(wayKey(workspace, id));
        if (moved != null && CustomerPacking.resident(moved) instanceof Customer ended) {
            lookups.follow(ended, nobody);
        }
        lookups.follow(before, nobody);
        lookups.gone(workspace, id);
        lookups.unplan(planned(before), before);
        residents.put(workspace, id, new Residents.Stored(note, null));
    }

    /** Somebody who had moved is there again. */
    public void cameBack(String workspace, UUID customer) {
        customers.delete(wayKey(workspace, customer));
    }

    /** Under which the names are kept that lead to somebody who moved. */
    private static Bytes wayKey(String workspace, UUID customer) {
        return StoreKey.of(WAY).text(workspace).uuid(customer).bytes();
    }

    /** Lets a customer in again who was erased. */
    public void letIn(String workspace, UUID customer, Instant since) {
        residents.forget(workspace, customer);
        holds.unsettleAll(workspace, customer);
        returns.letIn(workspace, customer, since);
    }

    /** One who was erased is so by another erasure still. */
    public void keepAway(String workspace, UUID customer, Resident.Erased note) {
        residents.put(workspace, customer, new Residents.Stored(note, null));
    }

    /** Keeps a customer as they are now. */
    public void save(Customer before, Customer after) {
        lookups.follow(before, after);
        keep(after);
    }

    /** The agenda named a customer earlier than anything may change; it names them again. */
    public void putOff(Customer customer) {
        keep(customer);
    }

    private void keep(Customer customer) {
        Instant planned = lookups.plan(planned(customer), customer);
        residents.put(customer.workspace(), customer.id(), new Residents.Stored(customer, planned));
    }

    /** When the agenda names a customer; what has just been taken off it no longer does. */
    private @Nullable Instant planned(Customer customer) {
        boolean isOff = fired != null && fired.names(customer.workspace(), customer.id());
        fired = null;
        return isOff ? null : residents.find(customer.workspace(), customer.id()).planned();
    }

    /** Adds a line to a timeline. */
    public void append(UUID customer, Entry entry) {
        timeline.append(customer, entry);
    }

    /** Notes that a customer was seen. */
    public void seen(Customer customer, Instant at) {
        lookups.seen(customer.workspace(), customer.id(), at);
    }

    /**
     * Takes a customer out and leaves a note of where they went, to which their names still lead,
     * and what those are; their timeline still lies here.
     */
    public void moveOut(Customer before, Customer ended, UUID into) {
        lookups.follow(before, ended);
        lookups.gone(ended.workspace(), ended.id());
        customers.put(wayKey(ended.workspace(), ended.id()), CustomerPacking.pack(ended.named()));
        lookups.unplan(planned(ended), ended);
        residents.put(
                ended.workspace(),
                ended.id(),
                new Residents.Stored(new Resident.Moved(into), null));
    }

    /** Takes the oldest lines of a timeline out. */
    public TimelineStore.Part takeOut(UUID customer, int maxBytes) {
        return timeline.takeOut(customer, maxBytes);
    }

    /** Takes more of a timeline out, from where an earlier part ended. */
    public TimelineStore.Part takeOut(UUID customer, Bytes from, int maxBytes) {
        return timeline.takeOut(customer, from, maxBytes);
    }

    /** Divides a part of a timeline in two, from where an earlier part ended. */
    public TimelineStore.Divided divide(
            UUID customer, Bytes from, int maxLines, int maxBytes, Predicate<Entry> out) {
        return timeline.divide(customer, from, maxLines, maxBytes, out);
    }

    /** The next change that is due up to a moment. */
    public Optional<LookupView.Due> nextDue(Instant upTo) {
        return lookups.nextDue(upTo);
    }

    /** Takes a due change off the agenda. */
    public void fired(LookupView.Due due) {
        lookups.fired(due);
        fired = due;
    }

    /** How many customers of this partition are in a segment. */
    public long members(String workspace, String segment) {
        return lookups.view().memberCount(workspace, segment);
    }

    /** What is done once a second: lists are written down, what is too old is forgotten. */
    public void tidy(Instant now) {
        lookups.flush();
        timeline.sweep(now);
        holds.sweep(now);
        unions.sweep(now);
        accounts.sweep(now);
        returns.sweep(now);
    }
}
