package io.itinera.stack.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services are behind what they read. */
final class Lag {

    private static final int PATIENCE_MS = 5000;

    private Lag() {}

    /** Records not read yet, by service; empty when Kafka does not answer. */
    static Map<String, Long> ofServices(String bootstrapServers) {
        Map<String, Object> config =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MS,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MS);
        try (Admin admin = Admin.create(config)) {
            return ofServices(admin);
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Map<String, Long> ofServices(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> groups =
                admin.listGroups().all().get(PATIENCE_MS, TimeUnit.MILLISECONDS).stream()
                        .map(GroupListing::groupId)
                        .filter(it -> serviceOf(it).isPresent())
                        .toList();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                admin.listConsumerGroupOffsets(
                                groups.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        it -> it,
                                                        it -> new ListConsumerGroupOffsetsSpec())))
                        .all()
                        .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(
                                committed.values().stream()
                                        .flatMap(it -> it.keySet().stream())
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        it -> it, it -> OffsetSpec.latest())))
                        .all()
                        .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        Map<String, Long> lags = new HashMap<>();
        committed.forEach(
                (group, offsets) ->
                        serviceOf(group)
                                .ifPresent(it -> lags.merge(it, lag(offsets, ends), Long::sum)));
        return lags;
    }

    private static long lag(
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return committed.entrySet().stream()
                .filter(it -> it.getValue() != null && ends.containsKey(it.getKey()))
                .mapToLong(it -> ends.get(it.getKey()).offset() - it.getValue().offset())
                .map(it -> Math.max(0, it))
                .sum();
    }

    /** Groups are named after their service, alone or as one word of several. */
    static Optional<String> serviceOf(String group) {
        List<String> words = List.of(group.split("[.-]", -1));
        return Service.ALL.stream().map(Service::name).filter(words::contains).findFirst();
    }
}
