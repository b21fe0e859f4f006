package io.itinera.messaging.letters;

import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.messaging.domain.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Compiles templates, and keeps the ones in use: parsing costs more than rendering. */
final class Wordings {
    private static final int MAX_KEPT = 200;

    private final Liquid plain = new Liquid(Escaping.NONE);
    private final Liquid html = new Liquid(Escaping.HTML);
    private final Map<Edition, CompiledWording> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Edition, CompiledWording> eldest) {
                    return size() > MAX_KEPT;
                }
            };

    private record Edition(UUID template, int version) {}

    CompiledWording compiled(TemplateDefinition template) throws LiquidFlaw {
        Edition edition = new Edition(template.id(), template.version());
        synchronized (kept) {
            CompiledWording known = kept.get(edition);
            if (known != null) {
                return known;
            }
        }
        CompiledWording fresh =
                compile(new Wording(template.subject(), template.html(), template.text()));
        synchronized (kept) {
            kept.put(edition, fresh);
        }
        return fresh;
    }

    CompiledWording compile(Wording source) throws LiquidFlaw {
        return new CompiledWording(
                plain.compile(source.subject()),
                html.compile(source.html()),
                plain.compile(source.text()));
    }

    CompiledLiquid compilePlain(String source) throws LiquidFlaw {
        return plain.compile(source);
    }

    CompiledLiquid compileHtml(String source) throws LiquidFlaw {
        return html.compile(source);
    }
}
