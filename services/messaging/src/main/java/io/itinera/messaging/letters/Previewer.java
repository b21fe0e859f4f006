package io.itinera.messaging.letters;

import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import io.itinera.messaging.domain.CatalogueItem;
import io.itinera.messaging.domain.Items;
import io.itinera.messaging.domain.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows authors what a template makes of a customer, and what is wrong with it. */
public final class Previewer {
    private static final String NO_ADDRESS_YET = "#unsubscribe";

    private final Links links;
    private final Wordings wordings = new Wordings();

    public Previewer(Links links) {
        this.links = links;
    }

    /**
     * Something in a template that is wrong.
     *
     * @param part {@code subject}, {@code html} or {@code text}
     * @param message what is wrong with it
     */
    public record TemplateFlaw(String part, String message) {}

    /**
     * What a template looks like.
     *
     * @param wording as the customer would read it; empty where a flaw prevents it
     * @param flaws what is wrong, at most one for each part
     */
    public record Preview(Wording wording, List<TemplateFlaw> flaws) {
        public Preview {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * Who and what a template is shown for.
     *
     * @param customer the customer's id; absent for one who is made up
     * @param profile what is known of them
     * @param trigger the event that would have led to it
     * @param collections what they would have gathered
     * @param catalogue the items that those mention, by id
     * @param workspace whose mail it would be
     */
    public record Sample(
            @Nullable String customer,
            Profile profile,
            Trigger trigger,
            Map<String, List<Map<String, Object>>> collections,
            Map<String, CatalogueItem> catalogue,
            Workspace workspace) {}

    /** The mail that this sample would receive, its links left as they are. */
    public Preview preview(Wording source, Sample sample) {
        Map<String, Object> values =
                Values.of(
                        sample.customer(),
                        sample.profile(),
                        sample.trigger(),
                        Items.resolve(
                                sample.collections(), sample.catalogue(), links.placeholder()),
                        sample.workspace(),
                        NO_ADDRESS_YET);
        List<TemplateFlaw> flaws = new ArrayList<>();
        String subject = part("subject", source.subject(), values, flaws, wordings::compilePlain);
        String html = part("html", source.html(), values, flaws, wordings::compileHtml);
        String text = part("text", source.text(), values, flaws, wordings::compilePlain);
        return new Preview(new Wording(CompiledWording.headerLine(subject), html, text), flaws);
    }

    private interface Compiler {
        CompiledLiquid compile(String source) throws LiquidFlaw;
    }

    private static String part(
            String name,
            String source,
            Map<String, Object> values,
            List<TemplateFlaw> flaws,
            Compiler compiler) {
        try {
            return compiler.compile(source).render(values);
        } catch (LiquidFlaw flaw) {
            flaws.add(new TemplateFlaw(name, String.valueOf(flaw.getMessage())));
            return "";
        }
    }
}
