package io.itinera.collector.wire;

import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Shortened;
import io.itinera.collector.domain.Slice;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the sender in an event's context: what the sender says of itself there goes
 * before what its connection tells, and the source's rules hold for both.
 */
final class SenderDetails {
    private static final String ADDRESS = "ip";
    private static final String USER_AGENT = "userAgent";

    /** What browsers tell beside the user agent, only finer. */
    private static final String USER_AGENT_DATA = "userAgentData";

    private final JsonObjects objects;
    private final IntakeRules rules;
    private final Sender sender;

    private SenderDetails(JsonObjects objects, IntakeRules rules, Sender sender) {
        this.objects = objects;
        this.rules = rules;
        this.sender = sender;
    }

    /** The members of the context, if the rules change anything of it; else null. */
    static @Nullable Map<String, Slice> applied(NormalEvent event, JsonObjects objects) {
        Slice shared = event.sharedContext();
        Slice own = event.draft().section(Section.CONTEXT);
        SenderDetails details =
                new SenderDetails(
                        objects, event.arrival().source().rules(), event.arrival().sender());
        if (!details.touch(shared, own)) {
            return null;
        }
        Map<String, Slice> members = objects.members(shared);
        members.putAll(objects.members(own));
        details.apply(members);
        return members;
    }

    private boolean touch(@Nullable Slice shared, @Nullable Slice own) {
        boolean addsAddress = rules.address() != Keep.none && sender.address() != null;
        boolean addsUserAgent = rules.userAgent() != Keep.none && sender.userAgent() != null;
        return addsAddress
                || addsUserAgent
                || (rules.address() != Keep.full && mayName(ADDRESS, shared, own))
                || (rules.userAgent() != Keep.full && mayName(USER_AGENT, shared, own));
    }

    private static boolean mayName(String name, @Nullable Slice shared, @Nullable Slice own) {
        return mayName(name, shared) || mayName(name, own);
    }

    /** Looks for the name's start, or for an escape, behind which it may hide. */
    private static boolean mayName(String name, @Nullable Slice json) {
        if (json == null) {
            return false;
        }
        for (int at = 0; at < json.length(); at++) {
            byte b = json.byteAt(at);
            if (b == '\\' || (b == '"' && stands(name, json, at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(String name, Slice json, int at) {
        if (at + name.length() > json.length()) {
            return false;
        }
        for (int n = 0; n < name.length(); n++) {
            if (json.byteAt(at + n) != name.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    private void apply(Map<String, Slice> members) {
        apply(
                members,
                ADDRESS,
                rules.address(),
                sender.address(),
                text -> Shortened.address(text).orElse(""));
        apply(members, USER_AGENT, rules.userAgent(), sender.userAgent(), Shortened::userAgent);
        if (rules.userAgent() != Keep.full) {
            members.remove(USER_AGENT_DATA);
        }
    }

    private void apply(
            Map<String, Slice> members,
            String name,
            Keep keep,
            @Nullable String told,
            UnaryOperator<String> shortened) {
        Optional<String> said = objects.text(members.get(name)).or(() -> Optional.ofNullable(told));
        String kept =
                switch (keep) {
                    case full -> said.orElse("");
                    case truncated -> said.map(shortened).orElse("");
                    case none -> "";
                };
        if (kept.isEmpty()) {
            members.remove(name);
        } else {
            members.put(name, ObjectBytes.text(kept));
        }
    }
}
