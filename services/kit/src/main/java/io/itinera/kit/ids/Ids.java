package io.itinera.kit.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.itinera.contracts.Keys;
import java.util.UUID;

/**
 * Ids as RFC 9562 has them: ordered by time where we create something, derived from names where
 * everybody who asks must come to the same answer.
 */
public final class Ids {
    private static final UUID CUSTOMERS = UUID.fromString("6f1c0f0c-8f0e-5b0a-9c4e-0d8f1b7a2e11");
    private static final UUID ACCOUNTS = UUID.fromString("2d4be0a6-6c1f-5f7e-9a53-41c2d7e8b933");
    private static final UUID SENDS = UUID.fromString("b0a7c3d2-51f4-5e0b-8a36-7c1d9e2f4a22");
    private static final NoArgGenerator BY_TIME = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id; later ones sort after earlier ones of the same process. */
    public static UUID v7() {
        return BY_TIME.generate();
    }

    /** The one id of this name within this namespace. */
    public static UUID v5(UUID namespace, String name) {
        return Generators.nameBasedGenerator(namespace).generate(name);
    }

    /** The customer whom this identity begins. */
    public static UUID customer(String workspace, String kind, String value) {
        return v5(CUSTOMERS, Keys.identity(workspace, kind, value));
    }

    /** The account that a company calls so. */
    public static UUID account(String workspace, String group) {
        return v5(ACCOUNTS, workspace + Keys.SEPARATOR + group);
    }

    /**
     * The key of what a node asks for at one visit, from the engine to the provider's idempotency
     * header: the same request, however often it is made, has the same key.
     *
     * @param visit which visit of that node, from 1
     */
    public static UUID send(
            String workspace, UUID journey, UUID enrollment, String node, int visit) {
        String name =
                String.join(
                        String.valueOf(Keys.SEPARATOR),
                        workspace,
                        journey.toString(),
                        enrollment.toString(),
                        node,
                        Integer.toString(visit));
        return v5(SENDS, name);
    }
}
