package io.itinera.segmentation.domain.preview;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.segmentation.domain.customer.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts one partition's customers, in the order of their ids. */
public final class Survey {
    /** How many customers a preview shows. */
    public static final int SHOWN = 20;

    private final List<Customer> shown = new ArrayList<>();
    private final Map<String, Long> alsoIn = new TreeMap<>();
    private final Map<String, Long> reachable = new TreeMap<>();
    private long asked;
    private long found;

    /** A customer was asked, and the condition does not hold. */
    public void refused() {
        asked++;
    }

    /** A customer was asked, and the condition holds. */
    public void found(Customer customer) {
        asked++;
        found++;
        if (shown.size() < SHOWN) {
            shown.add(customer);
        }
        Profile profile = customer.profile();
        profile.segments().forEach(segment -> alsoIn.merge(segment, 1L, Long::sum));
        profile.consents().forEach((channel, consent) -> reach(profile, channel, consent));
    }

    /** By a channel that they agreed to, and for which there is an address. */
    private void reach(Profile profile, String channel, Consent consent) {
        if (consent.granted() && profile.identities().containsKey(channel)) {
            reachable.merge(channel, 1L, Long::sum);
        }
    }

    /** How many customers were asked so far. */
    public long asked() {
        return asked;
    }

    /** Some of whom it holds. */
    public List<Customer> shown() {
        return List.copyOf(shown);
    }

    /** What was counted. */
    public Sample sample(double share) {
        return new Sample(share, asked, found, alsoIn, reachable);
    }
}
