package io.itinera.journeys.store;

import io.itinera.journeys.domain.Customer;
import io.itinera.journeys.domain.Enrollment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads customers, for the task that owns them and for queries from outside.
 *
 * @param index by customer: the ids of their runs, and what entry policies remember
 * @param enrollments by customer and run
 * @param profiles by customer
 */
public record CustomerReader(
        ReadOnlyKeyValueStore<Bytes, byte[]> index,
        ReadOnlyKeyValueStore<Bytes, byte[]> enrollments,
        ReadOnlyKeyValueStore<Bytes, byte[]> profiles) {

    /** What is remembered of a customer; a stranger when nothing is. */
    public Remembered load(CustomerKey who) {
        Customer stranger = Customer.stranger(who.workspace(), who.customer());
        Bytes key = Key.customer(who.workspace(), who.customer());
        byte[] found = index.get(key);
        if (found == null) {
            return new Remembered(stranger, false, null, Map.of(), EnrollmentCodec.NOTHING);
        }
        PolicyCodec.Index read = PolicyCodec.read(found);
        List<Enrollment> runs = new ArrayList<>();
        Map<UUID, Bytes> unknown = new HashMap<>();
        for (UUID id : read.enrollments()) {
            byte[] packed = enrollments.get(Key.under(key, id));
            if (packed != null) {
                EnrollmentCodec.Read run = EnrollmentCodec.read(packed);
                runs.add(run.enrollment());
                unknown.put(id, run.unknown());
            }
        }
        byte[] profile = profiles.get(key);
        Customer customer =
                new Customer(
                        who.workspace(),
                        who.customer(),
                        profile == null ? stranger.profile() : ProfileCodec.read(profile),
                        runs,
                        read.past());
        return new Remembered(customer, true, read.timer(), unknown, read.unknown());
    }
}
