package io.itinera.messaging.store;

import io.itinera.messaging.domain.AddressConsent;
import io.itinera.messaging.domain.Answer;
import io.itinera.messaging.domain.EmailAddress;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we were told about addresses, in the transaction of whoever calls. */
@ApplicationScoped
public class ConsentStore implements PanacheRepositoryBase<ConsentRow, AddressKey> {
    /** One statement: two first answers must not both find that there is none. */
    private static final String ANSWER =
            """
            insert into consent (workspace, channel, address, granted, at)
            values (:workspace, :channel, :address, :granted, :at)
            on conflict (workspace, channel, address)
            do update set granted = excluded.granted, at = excluded.at
            where consent.granted <> excluded.granted""";

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

    /** Writes an answer down, also beside others; true when it is another one than before. */
    public Uni<Boolean> answer(
            String workspace, String channel, EmailAddress address, Answer answer, Instant now) {
        return Panache.getSession()
                .flatMap(
                        session ->
                                session.createNativeQuery(ANSWER)
                                        .setParameter("workspace", workspace)
                                        .setParameter("channel", channel)
                                        .setParameter("address", address.normal())
                                        .setParameter("granted", answer == Answer.YES)
                                        .setParameter("at", now)
                                        .executeUpdate())
                .map(changed -> changed > 0);
    }

    private static AddressConsent consent(ConsentRow row) {
        return new AddressConsent(row.id.channel(), row.id.address(), row.granted, row.at);
    }
}
