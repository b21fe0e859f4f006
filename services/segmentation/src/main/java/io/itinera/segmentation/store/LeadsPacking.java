package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.people.Leads;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What leads to more of an erased person, as bytes. */
final class LeadsPacking {
    private LeadsPacking() {}

    static void write(Packer out, Leads leads) {
        out.messages(1, leads.names(), LeadsPacking::name).bool(3, leads.more());
        leads.customers().forEach(customer -> out.uuid(2, customer));
    }

    private static void name(Packer out, Named name) {
        out.text(1, name.kind()).text(2, name.value());
    }

    static Leads leads(Unpacker in) {
        Set<Named> names = new HashSet<>();
        Set<UUID> customers = new HashSet<>();
        boolean more = false;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> names.add(in.message(LeadsPacking::name));
                case 2 -> customers.add(in.uuid());
                case 3 -> more = in.bool();
                default -> in.keep();
            }
        }
        return new Leads(names, customers, more);
    }

    private static Named name(Unpacker in) {
        String kind = "";
        String value = "";
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> kind = in.text();
                case 2 -> value = in.text();
                default -> in.keep();
            }
        }
        return new Named(kind, value);
    }
}
