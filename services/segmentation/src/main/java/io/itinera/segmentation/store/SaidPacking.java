package io.itinera.segmentation.store;

import io.itinera.contracts.activity.Consent;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.customer.Tag;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was said of a customer, as fields of theirs: names, traits, consents and tags. */
final class SaidPacking {
    private SaidPacking() {}

    static List<Map.Entry<Named, Identity>> identities(Customer customer) {
        List<Map.Entry<Named, Identity>> all = new ArrayList<>();
        customer.identities().each((name, said) -> all.add(Map.entry(name, said)));
        return all;
    }

    static void identity(Packer out, Map.Entry<Named, Identity> each) {
        Identity said = each.getValue();
        out.text(1, each.getKey().kind())
                .text(2, each.getKey().value())
                .instant(3, said.lastAt())
                .instant(4, said.firstAt())
                .text(5, said.evidence())
                .text(6, said.source());
    }

    /** An earlier release noted no more than when it was said last. */
    static boolean identity(Unpacker in, Map<String, SortedMap<String, Identity>> identities) {
        String kind = "";
        String value = "";
        Instant at = Instant.EPOCH;
        @Nullable Instant first = null;
        @Nullable String evidence = null;
        @Nullable String source = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> kind = in.text();
                case 2 -> value = in.text();
                case 3 -> at = in.instant();
                case 4 -> first = in.instant();
                case 5 -> evidence = in.text();
                case 6 -> source = in.text();
                default -> in.keep();
            }
        }
        identities
                .computeIfAbsent(kind, _ -> new TreeMap<>())
                .put(value, new Identity(first == null ? at : first, at, evidence, source));
        return true;
    }

    static void trait(Packer out, Map.Entry<String, Stamped<Object>> said) {
        out.text(1, said.getKey())
                .value(2, said.getValue().value())
                .instant(3, said.getValue().at())
                .text(4, said.getValue().by());
    }

    static boolean trait(Unpacker in, Map<String, Stamped<Object>> traits) {
        String name = "";
        @Nullable Object value = null;
        Instant at = Instant.EPOCH;
        @Nullable String by = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> value = in.value();
                case 3 -> at = in.instant();
                case 4 -> by = in.text();
                default -> in.keep();
            }
        }
        traits.put(name, new Stamped<>(value, at, by));
        return true;
    }

    static void consent(Packer out, Map.Entry<String, Consent> said) {
        out.text(1, said.getKey())
                .bool(2, said.getValue().granted())
                .instant(3, said.getValue().at());
    }

    static boolean consent(Unpacker in, Map<String, Consent> consents) {
        String channel = "";
        boolean granted = false;
        Instant at = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> channel = in.text();
                case 2 -> granted = in.bool();
                case 3 -> at = in.instant();
                default -> in.keep();
            }
        }
        consents.put(channel, new Consent(granted, at));
        return true;
    }

    static void tag(Packer out, Map.Entry<String, Tag> entry) {
        Tag tag = entry.getValue();
        out.text(1, entry.getKey())
                .bool(2, tag.on())
                .instant(3, tag.at())
                .text(4, tag.by())
                .instant(5, tag.until());
    }

    static boolean tag(Unpacker in, Map<String, Tag> tags) {
        String name = "";
        boolean on = false;
        Instant at = Instant.EPOCH;
        String by = "";
        @Nullable Instant until = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> on = in.bool();
                case 3 -> at = in.instant();
                case 4 -> by = in.text();
                case 5 -> until = in.instant();
                default -> in.keep();
            }
        }
        tags.put(name, new Tag(on, at, by, until));
        return true;
    }
}
