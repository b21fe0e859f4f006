package io.itinera.segmentation.domain.customer;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account of a customer as conditions see it; read when the first of them asks, and once. */
final class AccountInQuestion {
    static final AccountInQuestion NONE =
            of(Customer.unknown("", new UUID(0, 0)), KnownAccounts.NONE);

    private final Customer customer;
    private final KnownAccounts accounts;
    private @Nullable Map<String, Object> values;

    private AccountInQuestion(Customer customer, KnownAccounts accounts) {
        this.customer = customer;
        this.accounts = accounts;
    }

    static AccountInQuestion of(Customer customer, KnownAccounts accounts) {
        return new AccountInQuestion(customer, accounts);
    }

    /** Its traits by their names; none where the customer has no account. */
    Map<String, Object> values() {
        if (values == null) {
            values = read();
        }
        return values;
    }

    private Map<String, Object> read() {
        Map<String, Object> read = new TreeMap<>();
        KnownAccounts.current(customer, accounts)
                .ifPresent(
                        current -> current.traits().forEach((name, said) -> put(read, name, said)));
        return read;
    }

    private static void put(Map<String, Object> read, String name, Stamped<Object> said) {
        Object value = said.value();
        if (value != null) {
            read.put(name, value);
        }
    }
}
