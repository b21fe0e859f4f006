package io.itinera.messaging.store;

import io.itinera.messaging.domain.AddressConsent;
import io.itinera.messaging.domain.Answer;
import io.itinera.messaging.domain.EmailAddress;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we were told about addresses, in the transaction of whoever calls. */
@ApplicationScoped
public class ConsentStore implements PanacheRepositoryBase<ConsentRow, AddressKey> {

    /** What we know of one address; null when we were told nothing. */
    public Uni<@Nullable AddressConsent> of(
            String workspace, String channel, EmailAddress address) {
        return findById(new AddressKey(workspace, channel, address.normal()))
                .map(row -> row == null ? null : consent(row));
    }

    /** What we know of an address by every channel. */
    public Uni<List<AddressConsent>> list(String workspace, EmailAddress address) {
        return find(
                        "id.workspace = ?1 and id.address = ?2",
                        Sort.by("id.channel"),
                        workspace,
                        address.normal())
                .list()
                .map(rows -> rows.stream().map(ConsentStore::consent).toList());
    }

    /** Writes an answer down; true when it is another one than before. */
    public Uni<Boolean> answer(
            String workspace, String channel, EmailAddress address, Answer answer, Instant now) {
        AddressKey key = new AddressKey(workspace, channel, address.normal());
        return findById(key, LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> answer(row, key, answer, now));
    }

    private Uni<Boolean> answer(
            @Nullable ConsentRow known, AddressKey key, Answer answer, Instant now) {
        boolean granted = answer == Answer.YES;
        if (known != null && known.granted == granted) {
            return Uni.createFrom().item(false);
        }
        if (known != null) {
            known.granted = granted;
            known.at = now;
            return Uni.createFrom().item(true);
        }
        ConsentRow row = new ConsentRow();
        row.id = key;
        row.granted = granted;
        row.at = now;
        return persist(row).replaceWith(true);
    }

    private static AddressConsent consent(ConsentRow row) {
        return new AddressConsent(row.id.channel(), row.id.address(), row.granted, row.at);
    }
}
