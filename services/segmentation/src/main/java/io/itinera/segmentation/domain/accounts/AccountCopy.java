package io.itinera.segmentation.domain.accounts;

import io.itinera.segmentation.domain.customer.ChangedTraits;
import io.itinera.segmentation.domain.customer.SameValue;
import io.itinera.segmentation.domain.customer.Stamped;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a partition with members of an account was told of it: what these are asked about.
 *
 * @param workspace the tenant
 * @param account as the company calls it, as one text
 * @param traits by name, as they were when a value changed last
 * @param revision which change that was; 0 while nothing was told
 * @param members how many live here
 */
public record AccountCopy(
        String workspace,
        String account,
        SortedMap<String, Stamped<Object>> traits,
        long revision,
        long members) {

    /** Of an account that has no members here. */
    public static AccountCopy none(String workspace, String account) {
        return new AccountCopy(workspace, account, new TreeMap<>(), 0, 0);
    }

    /** With so many members. */
    public AccountCopy counting(long count) {
        return new AccountCopy(workspace, account, traits, revision, count);
    }

    /** Whether something was told of it. */
    public boolean isKnown() {
        return revision > 0;
    }

    /** Whether a change tells more than it knows, and somebody here wants to know. */
    public boolean learns(long told) {
        return members > 0 && told > revision;
    }

    /** As it was told at a revision. */
    public AccountCopy told(SortedMap<String, Stamped<Object>> now, long at) {
        return new AccountCopy(workspace, account, now, at, members);
    }

    /** What changed since another state of it. */
    public ChangedTraits since(AccountCopy before) {
        if (!before.isKnown()) {
            return new ChangedTraits.All();
        }
        Set<String> names = new TreeSet<>(traits.keySet());
        names.addAll(before.traits.keySet());
        names.removeIf(name -> SameValue.same(value(name), before.value(name)));
        return new ChangedTraits.These(names);
    }

    private @Nullable Object value(String trait) {
        Stamped<Object> said = traits.get(trait);
        return said == null ? null : said.value();
    }
}
