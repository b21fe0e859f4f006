package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountChange;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.accounts.Telling;
import io.itinera.segmentation.domain.customer.Belongings;
import io.itinera.segmentation.domain.customer.ChangedTraits;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.Input;
import io.itinera.segmentation.domain.people.AccountKnown;
import io.itinera.segmentation.domain.people.OfAccount;
import io.itinera.segmentation.store.AccountStore;
import io.itinera.segmentation.store.PeopleStore;
import io.itinera.segmentation.store.TellingStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who belongs to what, and what is known of that? An account lives in one partition, where
 * everything that is said of it is put in order. Each partition in which members live counts them
 * there, is told what is known whenever a value changes, and asks its own members again, some in a
 * turn: however many they are, one change of one account is one record to each partition.
 */
final class Accounts {
    /** How many members are asked between two looks at the budget. */
    static final int CHUNK = 25;

    private final PeopleStore people;
    private final AccountStore accounts;
    private final TellingStore tellings;
    private final Rules rules;
    private final Clockwork.Step step;
    private final int partition;
    private final Supplier<Instant> time;
    private final StepTwo.Outlet outlet;

    Accounts(
            PeopleStore people,
            Rules rules,
            Clockwork.Step step,
            int partition,
            Supplier<Instant> time,
            StepTwo.Outlet outlet) {
        this.people = people;
        this.accounts = people.accounts();
        this.tellings = people.tellings();
        this.rules = rules;
        this.step = step;
        this.partition = partition;
        this.time = time;
        this.outlet = outlet;
    }

    /** Passes on what a customer's call says of an account to where that lives. */
    void pass(Happening happening) {
        if (happening instanceof Happening.Did(Event event) && !event.traits().isEmpty()) {
            Belongings.described(event)
                    .map(account -> said(account, event, happening))
                    .ifPresent(this::tell);
        }
    }

    private static OfAccount.AccountSaid said(String account, Event event, Happening happening) {
        return new OfAccount.AccountSaid(
                event.workspace(),
                account,
                event.traits(),
                happening.occurredAt(),
                event.source(),
                happening.at(),
                event.historic());
    }

    /** Follows a customer's change: to what they belong, and to what no longer. */
    void follow(Customer before, Customer after, Input input, Instant at) {
        if (!before.accounts().equals(after.accounts())) {
            follow(before, after, new Evidence(at, input.isHistoric()));
        }
    }

    /** Takes somebody who is here no longer out of all that they belonged to. */
    void leave(Customer gone, Instant at) {
        follow(gone, Customer.unknown(gone.workspace(), gone.id()), new Evidence(at, false));
    }

    /** When we were told, and whether what we were told is long past. */
    private record Evidence(Instant at, boolean historic) {}

    private void follow(Customer before, Customer after, Evidence evidence) {
        Set<String> either = new TreeSet<>(before.accounts().keySet());
        either.addAll(after.accounts().keySet());
        for (String account : either) {
            boolean was = before.accounts().containsKey(account);
            boolean is = after.accounts().containsKey(account);
            if (is && !was) {
                accounts.join(after.workspace(), account, after.id());
                count(after.workspace(), account, 1, evidence);
            } else if (was && !is) {
                accounts.leave(after.workspace(), account, after.id());
                count(after.workspace(), account, -1, evidence);
            }
        }
    }

    private void count(String workspace, String account, int change, Evidence evidence) {
        AccountCopy copy = accounts.copy(workspace, account);
        AccountCopy counted = copy.counting(copy.members() + change);
        accounts.keep(counted);
        tell(
                new OfAccount.MembersCounted(
                        workspace,
                        account,
                        partition,
                        counted.members(),
                        evidence.at(),
                        evidence.historic()));
    }

    private void tell(OfAccount record) {
        UUID account = Ids.account(record.workspace(), record.account());
        outlet.tell(record.workspace(), account, record, record.at());
    }

    /** Takes what concerns an account that lives here. */
    void take(OfAccount record) {
        Account before = accounts.find(record.workspace(), record.account());
        Account after = with(record, before).heardOf(record.at());
        accounts.save(before, after);
        Evidence evidence = new Evidence(record.at(), record.historic());
        behind(before, after, record).forEach(each -> tell(each, after, evidence));
    }

    private static Account with(OfAccount record, Account before) {
        return switch (record) {
            case OfAccount.AccountSaid it -> before.told(it.traits(), it.said(), it.by());
            case OfAccount.MembersCounted it -> before.counting(it.partition(), it.members());
        };
    }

    /** The partitions with members that were not told of it as it is now. */
    private static Set<Integer> behind(Account before, Account after, OfAccount record) {
        return switch (record) {
            case OfAccount.AccountSaid _ ->
                    after.revision() > before.revision() ? after.members().keySet() : Set.of();
            case OfAccount.MembersCounted it ->
                    it.members() > 0 && !before.members().containsKey(it.partition())
                            ? Set.of(it.partition())
                            : Set.of();
        };
    }

    private void tell(int there, Account account, Evidence evidence) {
        outlet.tell(
                there,
                new AccountKnown(
                        account.workspace(),
                        account.name(),
                        account.traits(),
                        account.revision(),
                        evidence.at(),
                        evidence.historic()),
                evidence.at());
    }

    /**
     * Something else is known of an account: where a segment asks about that, the first of its
     * members here are asked at once.
     */
    void known(AccountKnown it) {
        AccountCopy before = accounts.copy(it.workspace(), it.account());
        if (!before.learns(it.revision())) {
            return;
        }
        AccountCopy after = before.told(it.traits(), it.revision());
        accounts.keep(after);
        ChangedTraits changed = after.since(before);
        if (changed.touched(rules.book(), it.workspace()).isEmpty()) {
            return;
        }
        Telling telling =
                Telling.of(
                        it.workspace(),
                        it.account(),
                        new AccountChange(changed, it.historic()),
                        it.at(),
                        outlet.trace());
        Optional<Telling> underway = tellings.of(it.workspace(), it.account());
        if (underway.isPresent()) {
            tellings.keep(underway.get().and(telling));
        } else {
            goOn(telling);
        }
    }

    /** Goes on as far as the budget allows, some members of each account in turn. */
    void turn(Clockwork.Budget budget) {
        int waiting = 0;
        Optional<Telling> next = tellings.next();
        while (next.isPresent() && waiting < tellings.size() && budget.allows()) {
            waiting = goOn(next.get()) ? 0 : waiting + 1;
            next = tellings.next();
        }
    }

    /**
     * Asks some members; false when the next waits for a merge. Whoever does is asked nothing, and
     * keeps those behind waiting.
     */
    private boolean goOn(Telling telling) {
        String workspace = telling.workspace();
        UUID account = Ids.account(workspace, telling.account());
        List<UUID> members = accounts.view().members(workspace, account, telling.cursor(), CHUNK);
        Moment moment =
                new Moment(accounts.copy(workspace, telling.account()).revision(), now(telling));
        Telling after = telling;
        for (UUID member : members) {
            if (people.holds().find(workspace, member).isPresent()) {
                tellings.keep(after);
                return !Objects.equals(after.cursor(), telling.cursor());
            }
            ask(member, telling, moment);
            after = after.upTo(member);
        }
        if (members.size() == CHUNK) {
            tellings.keep(after);
        } else if (after.goesRoundAgain()) {
            tellings.keep(after.anew());
        } else {
            tellings.finish(after);
        }
        return true;
    }

    /** When members are asked, and what is known then. */
    private record Moment(long revision, Instant at) {}

    /** Not behind the partition's time, up to which everything was told. */
    private Instant now(Telling telling) {
        Instant told = time.get();
        return telling.at().isBefore(told) ? told : telling.at();
    }

    private void ask(UUID member, Telling telling, Moment moment) {
        String trace = outlet.trace();
        outlet.follow(telling.trace());
        if (people.find(telling.workspace(), member) instanceof Customer customer
                && accounts.view().isCurrent(customer, telling.account())) {
            step.take(
                    customer,
                    new Input.AccountTold(
                            telling.account(),
                            telling.changed().traits(),
                            moment.revision(),
                            telling.changed().cause()),
                    moment.at());
        }
        outlet.follow(trace);
    }
}
