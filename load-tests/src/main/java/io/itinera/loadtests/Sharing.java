package io.itinera.loadtests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;

/** How a service's instances have shared its partitions out, as its consumer group says. */
public final class Sharing implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** What follows the instance in the name of each of its threads. */
    private static final String THREAD = "-StreamThread-";

    private final Admin admin;
    private final String group;

    private Sharing(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Of this service. */
    public static Sharing of(Target target, String service) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        target.coordinates().kafka().bootstrapServers());
        return new Sharing(Admin.create(settings), "itinera." + service);
    }

    /**
     * Waits until so many instances have partitions, and nobody waits for any.
     *
     * @throws IllegalStateException when they do not come to that
     */
    public void await(int instances) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        Set<String> owners = owners();
        while (owners.size() != instances) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException(
                        "%s is shared by %d instances, not %d"
                                .formatted(group, owners.size(), instances));
            }
            Thread.sleep(LOOK_EVERY);
            owners = owners();
        }
    }

    /** Nobody while partitions are being shared out anew. */
    private Set<String> owners() throws InterruptedException {
        ConsumerGroupDescription now = described();
        return now.groupState() == GroupState.STABLE
                ? now.members().stream()
                        .filter(each -> !each.assignment().topicPartitions().isEmpty())
                        .map(Sharing::instance)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private ConsumerGroupDescription described() throws InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not describe " + group, e.getCause());
        }
    }

    private static String instance(MemberDescription member) {
        int thread = member.clientId().indexOf(THREAD);
        return thread < 0 ? member.clientId() : member.clientId().substring(0, thread);
    }

    @Override
    public void close() {
        admin.close();
    }
}
