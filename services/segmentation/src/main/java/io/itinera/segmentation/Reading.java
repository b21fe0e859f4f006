package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.streams.Reads;
import io.itinera.kit.topics.TopicSpecs;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.Appraisal;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.customer.KnownAccounts;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.store.LocalPartition;
import io.itinera.segmentation.store.LocalStores;
import io.itinera.segmentation.store.Recents;
import io.itinera.segmentation.store.StoreNames;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is known of customers, read from the state of this instance and of its siblings. */
@ApplicationScoped
public class Reading {
    private final Reads reads;
    private final LocalStores stores;
    private final int partitions = TopicSpecs.of(Topics.ACTIVITY).partitions();

    Reading(
            KafkaStreams streams,
            @ConfigProperty(name = "quarkus.kafka-streams.application-server") String self) {
        this.reads = new Reads(streams, HostInfo.buildFromEndpoint(self));
        this.stores = new LocalStores(streams, partitions);
    }

    @PreDestroy
    void close() {
        reads.close();
    }

    /** The answer of the instance that owns a customer. */
    public <T> T ofCustomer(
            String workspace, UUID customer, Class<T> answer, Ask ask, Supplier<T> here) {
        return reads.one(
                StoreNames.CUSTOMERS, Keys.customer(workspace, customer), answer, ask, here);
    }

    /** The answer of the instance that knows whose a device is. */
    <T> T ofDevice(String workspace, String device, Class<T> answer, Ask ask, Supplier<T> here) {
        return reads.one(StoreNames.DEVICES, deviceKey(workspace, device), answer, ask, here);
    }

    /** The user id of who signed in last on a device that is known here. */
    Optional<String> userOf(String workspace, String device) {
        int partition = reads.partition(StoreNames.DEVICES, deviceKey(workspace, device));
        return Optional.ofNullable(stores.devices(partition).find(workspace, device).user());
    }

    private static String deviceKey(String workspace, String device) {
        return Keys.identity(workspace, Identities.ANONYMOUS, device);
    }

    /** Answers that are together for everyone. */
    public <T> List<T> ofAll(Class<T> answer, Ask ask, Supplier<T> here) {
        return reads.all(StoreNames.LOOKUPS, answer, ask, here);
    }

    /** The same while they come, each to be closed. */
    <T> List<T> openAll(Ask ask, Supplier<T> here, Function<InputStream, T> elsewhere) {
        return reads.open(StoreNames.LOOKUPS, ask, here, elsewhere);
    }

    /** The partitions that this instance answers for. */
    List<LocalPartition> mine() {
        return stores.mine();
    }

    /** The partition in which a customer lives, as this instance has it. */
    LocalPartition home(String workspace, UUID customer) {
        return stores.partition(
                reads.partition(StoreNames.CUSTOMERS, Keys.customer(workspace, customer)));
    }

    /** Who is found here under an id; of whoever was erased nothing is known. */
    public Optional<Resident> find(String workspace, UUID customer) {
        return resident(workspace, customer).filter(it -> !(it instanceof Resident.Erased));
    }

    /** What became of the one under an id here. */
    public Optional<Resident> resident(String workspace, UUID customer) {
        return home(workspace, customer).customers().find(workspace, customer);
    }

    /** What the partitions here have read of an erasure. */
    public List<ErasuresRecord> erasure(String workspace, UUID erasure) {
        return stores.mine().stream()
                .flatMap(it -> it.erasures().of(workspace, erasure).stream())
                .toList();
    }

    /** What they have read of the latest erasures. */
    public List<ErasuresRecord> erasures(String workspace, int limit) {
        return stores.mine().stream()
                .flatMap(it -> it.erasures().newest(workspace, limit).stream())
                .toList();
    }

    /** The ledger of a customer, which lies here. */
    public List<LedgerLine> ledger(String workspace, UUID customer) {
        return home(workspace, customer).ledgers().of(workspace, customer);
    }

    /** A customer who lives here, to be asked about conditions. */
    public Appraisal appraise(Customer customer) {
        LocalPartition home = home(customer.workspace(), customer.id());
        return new Appraisal(
                customer,
                home.definitions().time(),
                home.timelines().of(customer.id()),
                home.accounts());
    }

    /** Whoever became a customer, who lives here, by a merge that can be undone. */
    public Set<UUID> undoable(String workspace, UUID customer) {
        return home(workspace, customer).ledgers().undoable(workspace, customer);
    }

    /** What is known of accounts where a customer lives, which is here. */
    public KnownAccounts accountsKnownTo(Customer customer) {
        return home(customer.workspace(), customer.id()).accounts();
    }

    /**
     * The answer of the instance that owns an account: it lives where a customer of its id would.
     */
    public <T> T ofAccount(
            String workspace, UUID account, Class<T> answer, Ask ask, Supplier<T> here) {
        return ofCustomer(workspace, account, answer, ask, here);
    }

    /** An account that lives here. */
    public Optional<Account> account(String workspace, UUID account) {
        return home(workspace, account).accounts().find(workspace, account);
    }

    /** Accounts here whose id or name begins like this, the first so many of each partition. */
    public List<Account> accounts(String workspace, String beginning, int limit) {
        return stores.mine().stream()
                .flatMap(it -> it.accounts().beginning(workspace, beginning, limit).stream())
                .toList();
    }

    /** The members of an account here, in the order of their ids as texts. */
    public List<UUID> membersOfAccount(
            String workspace, UUID account, @Nullable UUID after, int limit) {
        return stores.mine().stream()
                .flatMap(it -> it.accounts().members(workspace, account, after, limit).stream())
                .sorted(Comparator.comparing(UUID::toString))
                .limit(limit)
                .toList();
    }

    /** Part of a customer's timeline that lies here; empty when nobody is known under the id. */
    public Optional<Excerpt.Page> timeline(String workspace, UUID customer, Excerpt wanted) {
        LocalPartition home = home(workspace, customer);
        return home.customers()
                .find(workspace, customer)
                .filter(it -> !(it instanceof Resident.Erased))
                .map(_ -> home.timelines().page(customer, wanted));
    }

    /** Everyone here who has or had an identity, of whatever kind, that begins like this. */
    public List<UUID> search(String workspace, String beginning, int limit) {
        return stores.mine().stream()
                .flatMap(it -> it.lookups().withIdentity(workspace, beginning, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Everyone here who has or had this very identity, of whatever kind. */
    public List<UUID> named(String workspace, String identity, int limit) {
        return stores.mine().stream()
                .flatMap(it -> it.lookups().named(workspace, identity, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    /** The customers here who were seen last, newest first. */
    public List<UUID> recent(String workspace) {
        return stores.mine().stream()
                .flatMap(it -> it.lookups().recent(workspace).stream())
                .sorted(Comparator.comparing(Recents.Seen::at).reversed())
                .limit(Recents.LIMIT)
                .map(Recents.Seen::customer)
                .filter(customer -> find(workspace, customer).isPresent())
                .toList();
    }

    /** The members of a segment here, in the order of their ids as texts. */
    public List<UUID> members(String workspace, String segment, @Nullable UUID after, int limit) {
        return stores.mine().stream()
                .flatMap(it -> it.lookups().members(workspace, segment, after, limit).stream())
                .sorted(Comparator.comparing(UUID::toString))
                .limit(limit)
                .toList();
    }

    /** How many customers here are in a segment. */
    public long memberCount(String workspace, String segment) {
        return stores.mine().stream()
                .mapToLong(it -> it.lookups().memberCount(workspace, segment))
                .sum();
    }

    /**
     * How far one partition has computed a segment.
     *
     * @param partition which
     * @param fraction the part of its customers who were asked, 0 to 1
     * @param members how many of its customers are in it so far
     */
    public record Computed(int partition, double fraction, long members) {}

    /** How far the partitions here have computed a version of a segment. */
    public List<Computed> progress(String workspace, String segment, int version) {
        return stores.mine().stream()
                .map(
                        it ->
                                new Computed(
                                        it.number(),
                                        it.definitions()
                                                .computation(workspace, segment)
                                                .filter(known -> known.version() == version)
                                                .map(Computation::fraction)
                                                .orElse(0.0),
                                        it.lookups().memberCount(workspace, segment)))
                .toList();
    }

    /** How many partitions have computed a version of a segment. */
    public int partitionsReady(String workspace, String segment, int version) {
        return stores.definitions().readyPartitions(workspace, segment, version, partitions);
    }

    /** Which kinds of names are one person's alone; empty while nobody has said so. */
    public Optional<IdentityRules> identityRules(String workspace) {
        return stores.definitions().identities(workspace);
    }

    /** How many partitions there are. */
    public int partitions() {
        return partitions;
    }
}
