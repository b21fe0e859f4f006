package io.itinera.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberTest {
    @Test
    void onlyOwnerWhoHasSignedInIsTheLastOne() {
        Member owner = member(1, "demo", Role.OWNER);
        Member invited = member(2, null, Role.OWNER);
        Member author = member(3, "mira", Role.AUTHOR);
        List<Member> all = List.of(owner, invited, author);

        assertTrue(owner.isLastOwner(all));
        assertFalse(invited.isLastOwner(all));
        assertFalse(author.isLastOwner(all));
    }

    @Test
    void oneOfTwoOwnersIsNotTheLast() {
        Member one = member(1, "demo", Role.OWNER);
        Member other = member(2, "mira", Role.OWNER);

        assertFalse(one.isLastOwner(List.of(one, other)));
    }

    @Test
    void onlyAnAddressThatTheProviderVouchesForIsInvited() {
        Person vouchedFor = new Person("1", "Mira", " Mira@Shop.Example ", true, false);
        Person claimed = new Person("2", "Mallory", "mira@shop.example", false, false);

        assertEquals(Optional.of("mira@shop.example"), vouchedFor.invitedAs());
        assertEquals(Optional.empty(), claimed.invitedAs());
    }

    private static Member member(long id, @Nullable String person, Role role) {
        return new Member(
                new UUID(0, id), new UUID(0, 9), id + "@shop.example", person, person, role);
    }
}
