package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccountNameTest {
    private static final String BETWEEN = "\u001F";

    @Test
    void groupsOfOneIdAndSeveralTypesAreSeveralAccounts() {
        Set<String> keys =
                Stream.of("", "company", "project")
                        .flatMap(type -> AccountName.of(group("acme", type)).stream())
                        .map(AccountName::key)
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of("acme", "company" + BETWEEN + "acme", "project" + BETWEEN + "acme"), keys);
    }

    @Test
    void keyStandsForOneName() {
        List<AccountName> names =
                List.of(
                        new AccountName("", "acme"),
                        new AccountName("", "company:acme"),
                        new AccountName("company", "acme"),
                        new AccountName("company", ":acme"));
        assertEquals(names, names.stream().map(AccountName::key).map(AccountName::ofKey).toList());
    }

    @Test
    void whatIsNoNameSpeaksOfNoAccount() {
        assertEquals(
                List.of(),
                Stream.of(
                                group(" ", ""),
                                group("a" + BETWEEN + "b", ""),
                                group("acme", "a" + BETWEEN + "b"),
                                group("acme", "x".repeat(AccountName.MAX_TYPE + 1)),
                                Lives.event(
                                        "e",
                                        EventType.track,
                                        "Bought",
                                        Map.of(),
                                        Map.of(),
                                        Lives.START,
                                        Lives.START))
                        .map(AccountName::of)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void typeMayBeAsLongAsTheLimit() {
        String longest = "x".repeat(AccountName.MAX_TYPE);
        assertEquals(
                Optional.of(new AccountName(longest, "acme")),
                AccountName.of(group("acme", longest)));
    }

    private static Event group(String id, String type) {
        Event said = Lives.group("e", id, Lives.START, Lives.START);
        return new Event(
                said.id(),
                said.workspace(),
                said.type(),
                said.name(),
                said.anonymousId(),
                said.userId(),
                said.previousId(),
                said.groupId(),
                said.identities(),
                Map.of("$group_type", type),
                said.traits(),
                said.context(),
                said.occurredAt(),
                said.receivedAt(),
                said.source(),
                said.historic(),
                said.more());
    }
}
