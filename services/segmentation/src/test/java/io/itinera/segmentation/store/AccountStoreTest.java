package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountChange;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.accounts.Telling;
import io.itinera.segmentation.domain.customer.ChangedTraits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class AccountStoreTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant FORGOTTEN = AT.plus(Account.KEPT_UNUSED).plusMillis(1);
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(2, 2);

    private final KeyValueStore<Bytes, byte[]> kept = Stores.inMemoryKeyValueStore("any").get();
    private final AccountStore accounts = new AccountStore(kept);

    @Test
    void accountIsFoundByTheBeginningOfItsIdAndOfItsNameInAnyCapitals() {
        Account acme = saved("w", "ACME-1", "Zebra Works");
        saved("other", "ACME-2", "Zebra");
        assertEquals(
                List.of(List.of(acme), List.of(acme), List.of(acme), List.of()),
                List.of(
                        accounts.view().beginning("w", "acme", 5),
                        accounts.view().beginning("w", "zEB", 5),
                        accounts.view().beginning("w", "", 5),
                        accounts.view().beginning("w", "works", 5)));
    }

    @Test
    void accountIsFoundByItsNewNameOnly() {
        Account before = saved("w", "a", "Old");
        Account after = before.told(Map.of("name", "New"), AT.plusMillis(1), "s");
        accounts.save(before, after);
        assertEquals(List.of(), accounts.view().beginning("w", "old", 5));
        assertEquals(List.of(after), accounts.view().beginning("w", "new", 5));
    }

    @Test
    void accountThatNobodyBelongsToIsForgottenWithAllThatLeadsToIt() {
        saved("w", "acme", "Zebra");
        accounts.sweep(FORGOTTEN.minusMillis(1));
        long before = kept.approximateNumEntries();
        accounts.sweep(FORGOTTEN);
        assertEquals(List.of(4L, 0L), List.of(before, kept.approximateNumEntries()));
    }

    @Test
    void accountThatIsUsedAgainIsKeptUntilItIsNotOnceMore() {
        Account unused = saved("w", "acme", "Zebra");
        Account used = unused.counting(0, 1).heardOf(AT.plusSeconds(5));
        accounts.save(unused, used);
        accounts.sweep(FORGOTTEN.plusSeconds(60));
        assertEquals(used, accounts.find("w", "acme"));
        Account left = used.counting(0, 0).heardOf(AT.plusSeconds(60));
        accounts.save(used, left);
        accounts.sweep(FORGOTTEN.plusSeconds(60).minusMillis(1));
        assertEquals(left, accounts.find("w", "acme"));
        accounts.sweep(FORGOTTEN.plusSeconds(60));
        assertEquals(0, kept.approximateNumEntries());
    }

    @Test
    void oneSweepForgetsNoMoreThanSoMany() {
        for (int i = 0; i <= AccountStore.SWEPT; i++) {
            saved("w", "a" + i, "Zebra");
        }
        accounts.sweep(FORGOTTEN);
        List<Account> left = accounts.view().beginning("w", "zebra", AccountStore.SWEPT);
        accounts.sweep(FORGOTTEN);
        assertEquals(List.of(1, 0L), List.of(left.size(), kept.approximateNumEntries()));
    }

    @Test
    void membersComePageByPageInTheOrderOfTheirIds() {
        accounts.join("w", "acme", BOB);
        accounts.join("w", "acme", ANN);
        accounts.join("w", "blue", new UUID(3, 3));
        UUID acme = Ids.account("w", "acme");
        assertEquals(
                List.of(List.of(ANN), List.of(BOB), List.of()),
                List.of(
                        accounts.view().members("w", acme, null, 1),
                        accounts.view().members("w", acme, ANN, 5),
                        accounts.view().members("w", acme, BOB, 5)));
    }

    @Test
    void copyIsKeptForAsLongAsItHasMembersAndKnownOnceItIsTold() {
        AccountCopy joined = AccountCopy.none("w", "acme").counting(1);
        accounts.keep(joined);
        assertEquals(Optional.empty(), accounts.view().traits("w", "acme"));
        accounts.keep(joined.told(joined.traits(), 1));
        assertTrue(accounts.view().traits("w", "acme").isPresent());
        accounts.keep(joined.counting(0));
        assertEquals(Optional.empty(), accounts.view().copy("w", "acme"));
    }

    @Test
    void tellingsTakeTurnsAndOutliveARestart() {
        KeyValueStore<Bytes, byte[]> holds = Stores.inMemoryKeyValueStore("any").get();
        TellingStore tellings = new TellingStore(holds);
        tellings.keep(telling("acme"));
        tellings.keep(telling("blue"));
        tellings.keep(telling("acme").upTo(ANN));
        assertEquals(Optional.of(telling("blue")), tellings.next());
        tellings.finish(telling("blue"));
        assertEquals(Optional.of(telling("acme").upTo(ANN)), new TellingStore(holds).next());
    }

    private static Telling telling(String account) {
        return Telling.of(
                "w", account, new AccountChange(new ChangedTraits.All(), false), AT, null);
    }

    private Account saved(String workspace, String groupId, String name) {
        Account before = Account.unknown(workspace, groupId);
        Account after = before.told(Map.of("name", name), AT, "s").heardOf(AT);
        accounts.save(before, after);
        return after;
    }
}
