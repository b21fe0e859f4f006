package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Length;
import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.Entry.Reentry;
import io.itinera.contracts.definitions.Node.Wait.From;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says plans in Traditional Chinese as written in Taiwan. */
final class TraditionalChineseWording implements Wording {

    @Override
    public String trigger(String event, String where, String rule) {
        String filter = where.isEmpty() ? "" : "（" + where + "）";
        String who = rule.isEmpty() ? "" : "僅限符合以下條件的顧客：" + rule + "。";
        return "發生「" + event + "」" + filter + "時開始。" + who;
    }

    @Override
    public String onceFor(@Nullable String key, Reentry reentry, @Nullable Duration interval) {
        String each = key == null ? "" : "每個 " + key + " ";
        return switch (reentry) {
            case never -> each + "僅限一次。";
            case always -> each + "同時僅進行一次。";
            case after -> each + length(interval) + "內最多一次。";
        };
    }

    @Override
    public String exclude(String condition) {
        return "符合以下條件者不會進入，也不會收到任何訊息：" + condition + "。";
    }

    @Override
    public String exit(String condition) {
        return "符合以下條件時立即離開：" + condition + "。";
    }

    @Override
    public String nothingStarts() {
        return "尚未設定開始的事件。";
    }

    @Override
    public String wait(Duration duration, From from) {
        return switch (from) {
            case arrival -> "等待" + length(duration) + "。";
            case trigger -> "等到觸發事件發生後" + length(duration) + "。";
            case latest -> "等到最近一次事件發生後" + length(duration) + "。";
        };
    }

    @Override
    public String choice(String condition, String label) {
        return "若" + condition + "，走「" + label + "」。";
    }

    @Override
    public String otherwise() {
        return "若都不符合，則走另一條路。";
    }

    @Override
    public String message(Channel channel) {
        return switch (channel) {
            case EMAIL -> "寄送電子郵件。";
        };
    }

    @Override
    public String end(String outcome) {
        return "以「" + outcome + "」結束。";
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
                    case DAYS -> "天";
                    case HOURS -> "小時";
                    case MINUTES -> "分鐘";
                    case SECONDS -> "秒";
                    default -> "毫秒";
                };
        return " " + length.count() + " " + unit;
    }
}
