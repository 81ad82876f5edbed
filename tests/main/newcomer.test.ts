import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser, launchBrowser } from "../browser.ts";
import { newDesk } from "./bot.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
/** A folder for pictures of each step, for whoever looks at them. */
const SHOTS = process.env.COPYDESK_SHOTS;
/** Milliseconds that a step may take: some come with the next minute, and the machine may be busy. */
const PATIENCE = 120_000;

const WIDTHS = { phone: 390, tablet: 820, wide: 1440 } as const;
const TOO_WIDE = `[...document.querySelectorAll("body, main, #stage, #panel, .tab-root:not([hidden]), .row, .channel-form")]
  .filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.id || node.className || node.tagName)`;

const BRIDGE = `Harbour bridge to close for eleven nights

PORT ELLERY, Nov 22 (Tideline) – The Halden harbour bridge will close to all traffic for eleven nights from Monday, the port authority said.

“We would rather close a bridge at night than explain by day why we did not,” said Mira Solen, the authority's chief engineer.
`;
const FERRY = `Ferry fares to rise by a tenth

PORT ELLERY, Nov 22 (Tideline) – Fares on the ferry to Sund will rise by a tenth in January, the operator Solvik Lines said.

The ferry carried 410,000 passengers last year, it said.
`;
const STORM = `Storm cuts power to 3,000 homes

SUND, Nov 22 (Tideline) – A storm cut power to 3,000 homes on the island of Sund on Sunday night, the grid operator said.

Crews were at work to restore it by noon, it said.
`;
const QUAY = `Old quay opens to walkers

TARNMOUTH, Nov 22 (Tideline) – The old quay opened to walkers on Sunday after two years of work, the harbour master said.
`;
/** It says that it is a Word file, and breaks off. */
const TORN = Buffer.concat([
  Buffer.from([0x50, 0x4b, 3, 4]),
  Buffer.from("torn on its way from the stringer"),
]);

describe.skipIf(!found.ok)(`a newcomer in the browser${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  test("sets up two channels, brings three files, mends one, holds, releases, kills, reorders and approves", {
    timeout: 5 * PATIENCE,
  }, async () => {
    const desk = newDesk();
    const bot = desk.start();
    const [, url = ""] = await bot.printed(/(http:\/\/127\.0\.0\.1:\d+)/u);
    const page = await browser.newPage({
      reducedMotion: "reduce",
      viewport: { width: 1440, height: 900 },
    });
    page.setDefaultTimeout(PATIENCE);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
    const story = createStory(page);

    await story.open("Set-up");
    await story.makeChannel({ name: "everything", schedule: "07:30" });
    await story.shot("channel-saved");
    await story.open("Set-up");
    await story.makeChannel({
      name: "ferries",
      schedule: "09:00",
      topics: "ferry",
      approval: true,
    });

    await page.getByLabel("Files").setInputFiles([
      { name: "bridge.txt", mimeType: "text/plain", buffer: Buffer.from(BRIDGE) },
      { name: "ferry.txt", mimeType: "text/plain", buffer: Buffer.from(FERRY) },
      { name: "storm.docx", mimeType: "application/octet-stream", buffer: TORN },
    ]);
    const brought = page.getByRole("list", { name: "What was brought" });
    await expect.poll(() => brought.getByText(/^Read\./u).count(), { timeout: PATIENCE }).toBe(2);
    await brought.getByText("In quarantine").waitFor();
    await story.shot("brought");

    await story.open("Quarantine");
    await story.row("storm.docx").waitFor();
    await story.shot("quarantine");
    // As whoever sent it would send it again: under its name.
    writeFileSync(join(desk.folder, "articles", "storm.docx"), STORM);
    await story.press(story.row("storm.docx"), "Try again");
    await page.getByText("Nothing is in quarantine").waitFor();

    await story.open("Inbox");
    await story.row("Storm cuts power").waitFor();
    // A claim has whose it is behind it, on the page as well.
    expect(await story.row("Storm cuts power").innerText()).toContain("— the grid operator");
    await story.shot("inbox");
    // No article that an edition may be kept with by now: it would fall out of that one.
    await story.press(story.row("Storm cuts power"), "Hold");
    await story.row("Storm cuts power").getByText("Held by", { exact: false }).waitFor();
    await story.open("Held");
    await story.press(story.row("Storm cuts power"), "Release");
    await page.getByText("Nothing is held").waitFor();

    await story.open("Waiting");
    await page.getByLabel("Next edition of").selectOption("front-page");
    const queue = page.locator(".queue > li");
    await expect.poll(() => queue.count(), { timeout: PATIENCE }).toBe(3);
    const [first, , last = ""] = await queue.locator(".row-title").allInnerTexts();
    await queue.nth(2).dragTo(queue.nth(0), { targetPosition: { x: 60, y: 4 } });
    await page.getByText("An editor has set this order").waitFor();
    await page.reload();
    expect(await queue.nth(0).innerText()).toContain(last);
    expect(await queue.nth(1).innerText()).toContain(first);
    await story.shot("waiting");

    const awaiting = page.getByRole("list", { name: "Waits for an editor" });
    await awaiting.getByText("#ferries").waitFor();
    await story.shot("approval");
    await page.getByRole("link", { name: "ferries" }).first().click();
    expect(await page.getByRole("article").count()).toBe(0);
    await story.open("Waiting");
    await story.press(awaiting, "Let it go");
    await story.answer().getByText("On its way").waitFor();
    await page.getByRole("link", { name: "ferries" }).first().click();
    await page.getByRole("article").getByText("Ferry fares to rise").first().waitFor();
    await story.shot("edition");

    await story.open("Inbox");
    await story.press(story.row("Ferry fares"), "Kill");
    await story.answer().getByRole("button", { name: "Kill" }).first().click();
    await story.row("Ferry fares").getByText("Killed", { exact: true }).waitFor();
    await page.getByRole("link", { name: "ferries" }).first().click();
    await page
      .getByRole("article")
      .getByText(/withdrawn|killed/iu)
      .first()
      .waitFor();
    await story.shot("killed");

    // Nothing is posted now: an open page hears of copy by itself.
    await story.open("Inbox");
    writeFileSync(join(desk.folder, "articles", "quay.txt"), QUAY);
    await story.row("Old quay opens").waitFor();

    await story.open("Status");
    await story.shot("status");
    expect(bot.said()).not.toMatch(/error/iu);
    expect(complaints).toEqual([]);
  });
});

interface Wanted {
  readonly name: string;
  readonly schedule: string;
  readonly topics?: string;
  /** An editor reads each edition first. */
  readonly approval?: boolean;
}

/** What a newcomer does, as they would: by the names that the page shows. */
function createStory(page: Page) {
  const row = (text: string): Locator => page.locator(".row", { hasText: text });
  return {
    row,
    answer: (): Locator => page.locator(".answer .message-body").last(),
    /** Opens a tab, which fits into every width. */
    async open(tab: string): Promise<void> {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("heading", { level: 1, name: tab }).waitFor();
    },
    async press(where: Locator, label: string): Promise<void> {
      await where.getByRole("button", { name: label }).first().click();
    },
    async makeChannel({ name, schedule, topics = "", approval = false }: Wanted): Promise<void> {
      await page.getByRole("link", { name: "Make a channel" }).click();
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("When", { exact: true }).fill(schedule);
      await page.getByLabel(/^Topics/u).fill(topics);
      if (approval) await page.getByLabel(/^An editor reads/u).selectOption("required");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { name: `Saved #${name}` }).waitFor();
    },
    /** Nothing is wider than the screen, on a phone, a tablet and a desk, by day and by night. */
    async shot(name: string): Promise<void> {
      for (const [size, width] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await page.evaluate(TOO_WIDE), `${name} at ${width}`).toEqual([]);
          if (SHOTS === undefined) continue;
          await page.screenshot({ path: join(SHOTS, `${name}-${size}-${colorScheme}.png`) });
        }
      }
      await page.emulateMedia({ colorScheme: "light" });
    },
  };
}
