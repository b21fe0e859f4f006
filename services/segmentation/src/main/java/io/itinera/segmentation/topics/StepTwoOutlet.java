package io.itinera.segmentation.topics;

import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.ActivityRecord;
import io.itinera.contracts.activity.ActivityTick;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.erasures.ErasureReceipt;
import io.itinera.contracts.erasures.ErasuresRecord;
import io.itinera.contracts.settings.Suppression;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.trace.Traces;
import io.itinera.segmentation.StepTwo;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.identity.Release;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.IdentityPacking;
import io.itinera.segmentation.store.PeoplePacking;
import io.itinera.segmentation.store.ReadinessKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards what step two decided, with the headers of the record that led to it. */
final class StepTwoOutlet implements StepTwo.Outlet {
    private static final JsonCodec<ActivityRecord> ACTIVITY = JsonCodec.of(ActivityRecord.class);
    private static final JsonCodec<SegmentsRecord> SEGMENTS = JsonCodec.of(SegmentsRecord.class);

    private static final byte[] NO_KEY = {};
    private static final JsonCodec<Suppression> SUPPRESSIONS = JsonCodec.of(Suppression.class);
    private static final JsonCodec<ErasuresRecord> ERASURES = JsonCodec.of(ErasuresRecord.class);

    private final ProcessorContext<byte[], Addressed> context;
    private final Meters meters;
    private Headers headers = new RecordHeaders();

    StepTwoOutlet(ProcessorContext<byte[], Addressed> context, Meters meters) {
        this.context = context;
        this.meters = meters;
    }

    void follow(Record<byte[], Addressed> record) {
        headers = record.headers();
    }

    /** What time brings about has no trace of its own. */
    void followNothing() {
        headers = new RecordHeaders();
    }

    @Override
    public void tell(Activity activity) {
        meters.told(activity);
        forward(
                utf8(Keys.customer(activity.workspace(), activity.customer())),
                Addressed.byKey(ACTIVITY.write(activity)),
                activity.at(),
                Nodes.ACTIVITY_SINK);
    }

    @Override
    public void tell(ActivityTick tick) {
        forward(
                null,
                Addressed.to(context.taskId().partition(), ACTIVITY.write(tick)),
                tick.at(),
                Nodes.ACTIVITY_SINK);
    }

    @Override
    public void tell(String workspace, UUID customer, PeopleRecord record, Instant at) {
        forward(
                utf8(Keys.customer(workspace, customer)),
                Addressed.byKey(PeoplePacking.pack(record)),
                at,
                Nodes.MOVED_SINK);
    }

    @Override
    public void tell(int partition, PeopleRecord record, Instant at) {
        forward(NO_KEY, Addressed.to(partition, PeoplePacking.pack(record)), at, Nodes.MOVED_SINK);
    }

    @Override
    public void release(Release release) {
        String key = Keys.identity(release.workspace(), Identities.ANONYMOUS, release.device());
        forward(
                utf8(key),
                Addressed.byKey(IdentityPacking.pack(release)),
                release.at(),
                Nodes.RELEASES_SINK);
    }

    @Override
    public void tell(SegmentReadiness readiness) {
        forward(
                utf8(ReadinessKey.of(readiness)),
                Addressed.everyPartition(SEGMENTS.write(readiness)),
                readiness.at(),
                Nodes.READINESS_SINK);
    }

    @Override
    public void forget(Oblivion oblivion) {
        String workspace = oblivion.erasure().workspace();
        String key = Keys.identity(workspace, Identities.ANONYMOUS, oblivion.device());
        forward(
                utf8(key),
                Addressed.byKey(IdentityPacking.pack(oblivion)),
                oblivion.erasure().at(),
                Nodes.RELEASES_SINK);
    }

    @Override
    public void suppress(String workspace, String hash, Instant at) {
        Suppression suppression = new Suppression(workspace, hash, at, Map.of());
        forward(
                utf8(Keys.suppression(workspace, hash)),
                Addressed.byKey(SUPPRESSIONS.write(suppression)),
                at,
                Nodes.SUPPRESSIONS_SINK);
    }

    @Override
    public void letIn(String workspace, String hash, Instant at) {
        forward(
                utf8(Keys.suppression(workspace, hash)),
                Addressed.byKey(null),
                at,
                Nodes.SUPPRESSIONS_SINK);
    }

    @Override
    public void tell(ErasureReceipt receipt) {
        String key = Keys.erasureReceipt(receipt.workspace(), receipt.id(), receipt.service());
        forward(
                utf8(key),
                Addressed.byKey(ERASURES.write(receipt)),
                receipt.at(),
                Nodes.RECEIPTS_SINK);
    }

    @Override
    public @Nullable String trace() {
        return Traces.read(headers).orElse(null);
    }

    @Override
    public void follow(@Nullable String trace) {
        headers = new RecordHeaders();
        if (trace != null) {
            headers.add(Traces.HEADER, utf8(trace));
        }
    }

    @Override
    public void wentOnWithoutMerge() {
        meters.wentOnWithoutMerge();
    }

    private void forward(byte @Nullable [] key, Addressed value, Instant at, String sink) {
        context.forward(new Record<>(key, value, at.toEpochMilli(), headers), sink);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
