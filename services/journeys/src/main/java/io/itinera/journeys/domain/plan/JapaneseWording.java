package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Length;
import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.Entry.Reentry;
import io.itinera.contracts.definitions.Node.Wait.From;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says plans in Japanese. */
final class JapaneseWording implements Wording {

    @Override
    public String trigger(String event, String where, String rule) {
        String filter = where.isEmpty() ? "" : "（" + where + "）";
        String who = rule.isEmpty() ? "" : "対象は次に当てはまる人：" + rule + "。";
        return "「" + event + "」" + filter + "が起きたら始まります。" + who;
    }

    @Override
    public String onceFor(@Nullable String key, Reentry reentry, @Nullable Duration interval) {
        String each = key == null ? "" : key + "ごとに、";
        return switch (reentry) {
            case never -> each + "一度だけです。";
            case always -> each + "同時に一つだけです。";
            case after -> each + length(interval) + "に一度までです。";
        };
    }

    @Override
    public String exclude(String condition) {
        return "次に当てはまる人は入らず、何も送られません：" + condition + "。";
    }

    @Override
    public String exit(String condition) {
        return "次に当てはまるとすぐに抜けます：" + condition + "。";
    }

    @Override
    public String nothingStarts() {
        return "まだ何も始まりのきっかけがありません。";
    }

    @Override
    public String wait(Duration duration, From from) {
        return switch (from) {
            case arrival -> length(duration) + "待ちます。";
            case trigger -> "きっかけのイベントから" + length(duration) + "たつまで待ちます。";
            case latest -> "最新のイベントから" + length(duration) + "たつまで待ちます。";
        };
    }

    @Override
    public String choice(String condition, String label) {
        return condition + "なら「" + label + "」へ進みます。";
    }

    @Override
    public String otherwise() {
        return "どれでもなければ、もう一方へ進みます。";
    }

    @Override
    public String message(Channel channel) {
        return switch (channel) {
            case EMAIL -> "メールを送ります。";
        };
    }

    @Override
    public String end(String outcome) {
        return "「" + outcome + "」として終わります。";
    }

    @Override
    public String between() {
        return "";
    }

    private static String length(@Nullable Duration duration) {
        if (duration == null) {
            return "？";
        }
        Length length = Length.of(duration);
        String unit =
                switch (length.unit()) {
                    case DAYS -> "日";
                    case HOURS -> "時間";
                    case MINUTES -> "分";
                    case SECONDS -> "秒";
                    default -> "ミリ秒";
                };
        return length.count() + unit;
    }
}
