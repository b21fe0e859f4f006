package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccountNameTest {
    private static final String BETWEEN = "\u001F";

    @Test
    void groupsOfOneIdAndSeveralTypesAreSeveralAccounts() {
        Set<String> keys =
                Stream.of("", "company", "project")
                        .flatMap(type -> AccountName.described(group("acme", type)).stream())
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
                        .map(AccountName::described)
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void typeMayBeAsLongAsTheLimit() {
        String longest = "x".repeat(AccountName.MAX_TYPE);
        assertEquals(
                Optional.of(new AccountName(longest, "acme")),
                AccountName.described(group("acme", longest)));
    }

    @Test
    void anyEventMaySayToWhichGroupsItBelongs() {
        assertEquals(
                List.of(new AccountName("company", "id:5"), new AccountName("project", "7")),
                inGroups(new TreeMap<>(Map.of("company", "id:5", "project", 7))));
    }

    @Test
    void callThatDescribesAGroupMayComeFromOthersToo() {
        Event call = group("acme", "company");
        assertEquals(
                Set.of(new AccountName("company", "acme"), new AccountName("project", "p")),
                Set.copyOf(
                        AccountName.mentioned(
                                with(
                                        call,
                                        Map.of(
                                                "$group_type",
                                                "company",
                                                "$groups",
                                                Map.of("company", "acme", "project", "p"))))));
    }

    @Test
    void whatIsNoNameAmongGroupsIsPassedOver() {
        String tooLong = "x".repeat(AccountName.MAX_ID + 1);
        SortedMap<String, Object> groups = new TreeMap<>();
        groups.put("blank", " ");
        groups.put("list", List.of("acme"));
        groups.put("fraction", 1.5);
        groups.put("separated", "a" + BETWEEN + "b");
        groups.put("long", tooLong);
        groups.put(tooLong, "acme");
        groups.put("nothing", null);
        assertEquals(List.of(), inGroups(groups));
        assertEquals(List.of(), inGroups("acme"));
    }

    @Test
    void idAmongGroupsMayBeAsLongAsTheLimit() {
        String longest = "x".repeat(AccountName.MAX_ID);
        assertEquals(
                List.of(new AccountName("company", longest)), inGroups(Map.of("company", longest)));
    }

    private static List<AccountName> inGroups(Object groups) {
        return AccountName.mentioned(
                Lives.track("e", "Bought", Map.of("$groups", groups), Lives.START));
    }

    private static Event group(String id, String type) {
        return with(Lives.group("e", id, Lives.START, Lives.START), Map.of("$group_type", type));
    }

    private static Event with(Event said, Map<String, Object> properties) {
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
                properties,
                said.traits(),
                said.context(),
                said.occurredAt(),
                said.receivedAt(),
                said.source(),
                said.historic(),
                said.more());
    }
}
