package io.itinera.journeys.domain.recipe;

import io.itinera.contracts.Channel;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import io.itinera.contracts.definitions.CollectionRule;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.Node;
import io.itinera.contracts.definitions.Position;
import io.itinera.contracts.definitions.Rule;
import java.util.List;
import java.util.Map;

/**
 * Someone put things into a cart and did not buy: wait since the last thing they put in, and show
 * them what they left. Who buys, or empties the cart, leaves at once.
 */
final class CartDrop implements Recipe {
    private static final String WAIT = "wait";
    private static final String REMIND = "remind";
    private static final String DONE = "done";

    @Override
    public String key() {
        return "cart-drop";
    }

    @Override
    public Localized title() {
        return new Localized("Dropped cart", "カゴ落ち", "購物車未結帳");
    }

    @Override
    public Localized description() {
        return new Localized(
                "Someone put things into the cart and did not buy: wait, make sure that they still"
                        + " have not, and send the pictures of what they left.",
                "カートに商品を入れたまま購入していない人に、しばらく待ってまだ購入していないことを確かめてから、" + "残した商品の写真を送ります。",
                "顧客把商品放進購物車卻沒有結帳：等待一段時間，確認仍未購買後，寄出所留商品的圖片。");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter(
                        "name",
                        new Localized("Name", "名前", "名稱"),
                        Parameter.Kind.text,
                        "Dropped cart",
                        true),
                new Parameter(
                        "trigger",
                        new Localized("Put into the cart", "カートに入れた", "加入購物車"),
                        Parameter.Kind.event,
                        "Product Added",
                        true),
                new Parameter(
                        "removed",
                        new Localized("Taken out again", "カートから出した", "移出購物車"),
                        Parameter.Kind.event,
                        "Product Removed",
                        true),
                new Parameter(
                        "purchase",
                        new Localized("Bought", "購入した", "完成購買"),
                        Parameter.Kind.event,
                        "Order Completed",
                        true),
                new Parameter(
                        "key",
                        new Localized("Property that tells carts apart", "カートを区別する項目", "區分購物車的屬性"),
                        Parameter.Kind.text,
                        "cart_id",
                        true),
                new Parameter(
                        "wait",
                        new Localized("Wait", "待つ時間", "等待時間"),
                        Parameter.Kind.duration,
                        "P3D",
                        true),
                new Parameter(
                        "template",
                        new Localized("What to say", "送る内容", "訊息範本"),
                        Parameter.Kind.template,
                        null,
                        true));
    }

    @Override
    public JourneyPlan fill(Map<String, String> given) throws InvalidParameters {
        Values values = Values.read(parameters(), given);
        String key = values.text("key");
        Rule ordered = new Rule("ordered", boughtSince(values.text("purchase"), key));
        return new JourneyPlan(
                values.text("name"),
                new Entry(values.text("trigger"), null, null, key, Entry.Reentry.always, null),
                Map.of(
                        "cart",
                        new CollectionRule(
                                values.text("trigger"), values.text("removed"), "product_id")),
                List.of(ordered),
                List.of(ordered),
                WAIT,
                nodes(values),
                Map.of(
                        "trigger",
                        new Position(0, 0),
                        WAIT,
                        new Position(0, 140),
                        REMIND,
                        new Position(0, 280),
                        DONE,
                        new Position(0, 420)),
                Map.of());
    }

    private static Map<String, Node> nodes(Values values) {
        return Map.of(
                WAIT,
                new Node.Wait(null, values.duration("wait"), Node.Wait.From.latest, REMIND),
                REMIND,
                new Node.Message(null, Channel.EMAIL, values.id("template"), DONE),
                DONE,
                new Node.Exit(null, "completed"));
    }

    private static Condition boughtSince(String purchase, String key) {
        return new Condition.Performed(
                purchase,
                Times.ONCE,
                new Window.Since(Window.Anchor.trigger),
                new Condition.Property(key, new Test.Equals(new Operand.TriggerProperty(key))));
    }
}
