import { picture } from "../browser.mjs";
import { addressOf } from "../people.mjs";
import { choose, dialog, goTo } from "../place.mjs";
import { buyers, newcomers, silent, waiters } from "./journey.mjs";

const NAME = "Dropped it and left";
const members = [...waiters, ...newcomers, ...silent].length;

/** Who dropped a cart and never ordered: counted while it is written, computed, explained, and left by an order. */
export async function describeWhoLeft(world) {
  const { page } = world;
  await goTo(page, "Segments");
  await picture(page, "segments-empty", { looks: ["light"] });
  await page.getByRole("link", { name: "New segment" }).first().click();
  await writeIt(page);
  await page
    .getByText(new RegExp(`^${members}\\s+customers would be in it$`))
    .waitFor();
  await picture(page, "segment-new");
  await publishIt(page);
  await askWhy(page);
  await leaveByAnOrder(world);
}

async function writeIt(page) {
  await page.getByRole("textbox", { name: "Segment", exact: true }).fill(NAME);
  await did(asked(page).first(), "Product Added");
  await page.getByRole("button", { name: "Add a condition" }).click();
  const second = page.getByRole("group", { name: "A trait of the customer" });
  await choose(
    page,
    second.getByRole("combobox", { name: "Condition" }),
    "What the customer did",
  );
  await did(asked(page).last(), "Order Completed");
  await asked(page)
    .last()
    .getByRole("button", { name: "Not", exact: true })
    .click();
}

const asked = (page) =>
  page.getByRole("group", { name: "What the customer did" });

async function did(condition, event) {
  const field = condition.getByRole("combobox", { name: "Event" });
  await field.fill(event);
  await field.press("Enter");
}

async function publishIt(page) {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const asking = dialog(page, `Publish “${NAME}”?`);
  await asking.getByText(`${members} customers will be in it.`).waitFor();
  await picture(page, "segment-publish", { looks: ["light"] });
  await asking.getByRole("button", { name: "Publish" }).click();
  await page.getByText("Version 1 is published").waitFor();
  await page.getByText("Live", { exact: true }).first().waitFor();
  await page.getByRole("heading", { name: `Members ${members}` }).waitFor();
}

async function askWhy(page) {
  for (const [person, verdict] of [
    [waiters[6], "is in it."],
    [buyers[0], "is not in it."],
  ]) {
    const who = page.getByRole("combobox", {
      name: "A customer, by any of their names",
    });
    await who.press("ControlOrMeta+a");
    await who.pressSequentially(addressOf(person));
    await page.getByRole("option", { name: `Walker ${person}` }).click();
    await page.getByText(`Walker ${person} ${verdict}`).waitFor();
  }
  await picture(page, "segment-why", {
    arrange: () => page.locator("#why").evaluate((it) => it.scrollIntoView()),
  });
}

/** The list counts anew while it is open. */
async function leaveByAnOrder({ page, shop }) {
  await goTo(page, "Segments");
  const row = page.getByRole("row", { name: new RegExp(NAME) });
  await row.filter({ hasText: String(members) }).waitFor();
  await shop.buy([newcomers[0]]);
  await row.filter({ hasText: String(members - 1) }).waitFor();
  await picture(page, "segments", { looks: ["light"] });
}
