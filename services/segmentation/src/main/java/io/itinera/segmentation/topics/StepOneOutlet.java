package io.itinera.segmentation.topics;

import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.settings.SourceLag;
import io.itinera.kit.records.JsonCodec;
import io.itinera.segmentation.StepOne;
import io.itinera.segmentation.domain.identity.Claim;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.store.IdentityPacking;
import io.itinera.segmentation.store.PeoplePacking;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Forwards what step one decided, with the headers of the record that led to it. */
final class StepOneOutlet implements StepOne.Outlet {
    private static final byte[] NO_KEY = {};
    private static final JsonCodec<SourceLag> LAGS = JsonCodec.of(SourceLag.class);

    private final ProcessorContext<byte[], Addressed> context;
    private final String people;
    private final String claims;
    private Headers headers = new RecordHeaders();

    StepOneOutlet(ProcessorContext<byte[], Addressed> context, String people, String claims) {
        this.context = context;
        this.people = people;
        this.claims = claims;
    }

    void follow(Record<byte[], Addressed> record) {
        headers = record.headers();
    }

    @Override
    public void tell(String workspace, UUID customer, PeopleRecord record, Instant at) {
        forward(
                utf8(Keys.customer(workspace, customer)),
                Addressed.byKey(PeoplePacking.pack(record)),
                at,
                people);
    }

    @Override
    public void tellAll(PeopleRecord.Everywhere record) {
        forward(NO_KEY, Addressed.everyPartition(PeoplePacking.pack(record)), record.at(), people);
    }

    @Override
    public void tell(SourceLag lag) {
        forward(
                utf8(Keys.sourceLag(lag.workspace(), lag.source())),
                Addressed.byKey(LAGS.write(lag)),
                lag.at(),
                Nodes.SOURCE_LAGS_SINK);
    }

    @Override
    public void claim(Claim claim) {
        String key = Keys.identity(claim.workspace(), Identities.ANONYMOUS, claim.device());
        forward(utf8(key), Addressed.byKey(IdentityPacking.pack(claim)), claim.at(), claims);
    }

    @Override
    public void forget(Oblivion oblivion) {
        String workspace = oblivion.erasure().workspace();
        String key = Keys.identity(workspace, Identities.ANONYMOUS, oblivion.device());
        forward(
                utf8(key),
                Addressed.byKey(IdentityPacking.pack(oblivion)),
                oblivion.erasure().at(),
                claims);
    }

    private void forward(byte[] key, Addressed value, Instant at, String sink) {
        context.forward(new Record<>(key, value, at.toEpochMilli(), headers), sink);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
