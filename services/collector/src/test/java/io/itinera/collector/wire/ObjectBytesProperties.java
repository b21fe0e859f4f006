package io.itinera.collector.wire;

import io.itinera.kit.json.Json;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ObjectBytesProperties {
    @Property
    boolean textIsReadAsItWasWritten(@ForAll String name, @ForAll String text) throws IOException {
        String json = new ObjectBytes().text(name, text).done().toString();
        return Json.mapper().readTree(json).path(name).asText().equals(text);
    }
}
