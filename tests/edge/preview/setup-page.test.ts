import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDropDesk } from "#desk/setup/drop.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
import { findInFolder, replaceInFolder } from "#edge/folder/replace.ts";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { testClock, testStore } from "../../desk/fixture.ts";
import { setupNewsroom } from "../../desk/setup/newsroom.ts";
import { createNewsroom, type Newsroom, NOW, sampleEdition } from "./newsroom.ts";
import { PLACES, PLATFORMS, sampleFirstRun } from "./setup-room.ts";

/** A folder for pictures of the page, for whoever looks at them. */
const SHOTS = process.env.COPYDESK_SHOTS;

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;

/** Lets go of a file above the page. What runs inside the page is text: the project is typed for Node. */
const dropOf = (event: string, name: string, text: string) => `(() => {
  const given = new DataTransfer();
  given.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
  window.dispatchEvent(new DragEvent("${event}", { dataTransfer: given, cancelable: true }));
})()`;

describe.skipIf(!found.ok)(`setting the desk up on the page${why}`, () => {
  let browser: Browser;
  let newsroom: Newsroom;
  let preview: Preview;
  let folder: string;
  let url: string;
  let complaints: string[];
  const handed: unknown[] = [];
  let room: Awaited<ReturnType<typeof setupNewsroom>>;
  let store: Awaited<ReturnType<typeof testStore>>;
  const clock = testClock("2026-11-22T18:05Z");

  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints = [];
    folder = await mkdtemp(join(tmpdir(), "copydesk-page-"));
    store = await testStore();
    newsroom = createNewsroom();
    newsroom.add("front-page", sampleEdition(NOW));
    const drop = createDropDesk({
      place: {
        put: (...given) => putIntoFolder(folder, ...given),
        find: (path) => findInFolder(folder, path),
        replace: (found, bytes) => replaceInFolder(folder, found, bytes),
      },
      ...{ ledger: store.ledger, orders: store.orders, clock },
    });
    room = await setupNewsroom({ slack: PLACES, discord: PLACES });
    await room.file({ id: "s1", path: "s1.txt", title: "Storm nears", body: "A storm nears." });
    const setup = { channels: room.channels, places: room.places, platforms: PLATFORMS };
    preview = createPreview({
      port: 0,
      ...newsroom,
      drop,
      setup,
      firstRun: sampleFirstRun(handed),
    });
    ({ url } = await preview.start());
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await preview.stop();
    await rm(folder, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  });

  async function open(at = "/", options: BrowserContextOptions = {}): Promise<Page> {
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ viewport, ...options });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      // What the desk refuses is told in the page, and in the browser's console as well.
      const isRefusal = /status of 4|net::ERR_FAILED/u.test(message.text());
      if (["error", "warning"].includes(message.type()) && !isRefusal)
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${url}${at}`);
    const drawn = page.locator("#timeline[aria-busy=false], .tab-root[aria-busy=false]");
    await drawn.first().waitFor({ state: "attached" });
    return page;
  }

  /** Wide and as on a phone, light and dark. */
  async function shoot(page: Page, name: string): Promise<void> {
    for (const [size, width] of [
      ["wide", 1440],
      ["phone", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 1000 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate("document.getElementById('panel').scrollTop = 0");
        await page.screenshot({ path: `${SHOTS}/${name}-${size}-${colorScheme}.png` });
        await page.evaluate("document.getElementById('panel').scrollTop = 900");
        await page.screenshot({ path: `${SHOTS}/${name}-${size}-${colorScheme}-2.png` });
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  test("what is written on while a text is on its way is kept: it was not sent", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Paste a text" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a text" });
    const text = dialog.getByRole("textbox");
    await text.fill("Ferry strike ends\n\nIt ended.");
    await page.route(/api.drop/u, async (route) => {
      await text.fill("Ferry strike ends\n\nIt ended. It began anew.");
      await route.continue();
    });
    await dialog.getByRole("button", { name: "Put it into the folder" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Paste a text" }).click();
    expect(await text.inputValue()).toContain("It began anew.");
  });

  test("of many files at once a few notices stand, what asks and what went wrong first, and the rest is counted", async () => {
    const page = await open();
    await writeFile(join(folder, "seven.txt"), "Another story lies here.");
    const files = Array.from({ length: 40 }, (_, number) => ({
      ...{ name: number === 30 ? "half.txt.part" : `story ${number}.txt`, mimeType: "text/plain" },
      buffer: Buffer.from(`Story ${number}.`),
    }));
    const own = { name: "seven.txt", mimeType: "text/plain", buffer: Buffer.from("It is new.") };
    await page.locator("input[type=file]").setInputFiles([...files, own]);
    const list = page.getByRole("list", { name: "What was brought" });
    await list.getByText("Is this its new version?").waitFor();
    await list.getByText("passes over").waitFor();
    await list.locator(".brought-rest").getByText("and 37 more: ").waitFor();
    expect(await list.getByRole("listitem").count()).toBe(5);
    await list.getByRole("button", { name: "Dismiss seven.txt" }).click();
    await list.locator(".brought-rest").getByText("and 36 more: ").waitFor();
  });

  test("files that are dropped or chosen, and a text that is pasted, go into the folder, and what became of them is told", async () => {
    const page = await open();
    await page.evaluate(dropOf("dragenter", "flood.txt", "The water rose."));
    await page.locator(".drop-zone").waitFor();
    await page.evaluate(dropOf("drop", "flood.txt", "The water rose."));
    await page.locator(".drop-zone").waitFor({ state: "hidden" });
    const rows = page.getByRole("list", { name: "What was brought" }).getByRole("listitem");
    await rows.filter({ hasText: "In the folder" }).waitFor();

    await page.locator("input[type=file]").setInputFiles([
      { name: "Bill.md", mimeType: "text/markdown", buffer: Buffer.from("It grew.") },
      { name: "half.txt.part", mimeType: "text/plain", buffer: Buffer.from("It") },
    ]);
    await rows.filter({ hasText: "passes over" }).waitFor();

    await page.getByRole("button", { name: "Paste a text" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a text" });
    await dialog.getByRole("textbox").fill("Ferry strike ends\n\nIt ended on Monday.");
    // The bot is away: the text stays, also when the page is loaded anew before it has come back.
    await page.route(/api.drop/u, (route) => route.abort());
    await dialog.getByRole("button", { name: "Put it into the folder" }).click();
    await dialog.getByRole("alert").getByText("The text is kept here").waitFor();
    expect(await dialog.getByRole("textbox").inputValue()).toContain("It ended on Monday.");
    await page.unroute(/api.drop/u);
    await page.reload();
    await page.getByRole("button", { name: "Paste a text" }).click();
    await dialog.getByRole("button", { name: "Put it into the folder" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("#paste-text").inputValue()).toBe("");
    await rows.filter({ hasText: "Ferry strike ends.txt" }).waitFor();

    expect((await readdir(folder)).toSorted()).toEqual([
      "Bill.md",
      "Ferry strike ends.txt",
      "flood.txt",
    ]);
    expect(await readFile(join(folder, "flood.txt"), "utf8")).toBe("The water rose.");
    const at = clock.now();
    const said = { stage: "quarantined", rule: "It is too short" } as const;
    const entry = { path: "flood.txt", contentHash: "h", at, articleId: null, ...said };
    await store.ledger.record(entry);
    // One is there already: nothing is written until somebody has said what it is.
    await page.evaluate(dropOf("drop", "flood.txt", "The water fell."));
    const asked = rows.filter({ hasText: "Is this its new version?" });
    await asked.getByRole("button", { name: "Replace it" }).click();
    await rows.filter({ hasText: "Its new version is in its place" }).waitFor();
    expect(await readFile(join(folder, "flood.txt"), "utf8")).toBe("The water fell.");
    await page.evaluate(dropOf("drop", "flood.txt", "The water fell."));
    await rows.filter({ hasText: "with the same bytes" }).waitFor();
    await page.getByRole("button", { name: "Paste a text" }).click();
    await dialog.getByRole("textbox").fill("Ferry strike ends\n\nIt ended on Tuesday.");
    await dialog.getByRole("button", { name: "Put it into the folder" }).click();
    await dialog.getByText("Ferry strike ends.txt is there already.").waitFor();
    await dialog.getByRole("button", { name: "Replace it" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await readFile(join(folder, "Ferry strike ends.txt"), "utf8")).toContain("Tuesday");
    await page.evaluate(dropOf("drop", "flood.txt", "Another flood."));
    await asked.getByRole("button", { name: "It is another story" }).click();
    const flood = rows.filter({ hasText: "flood-2.txt" });
    await flood.getByText("In the folder").waitFor();
    await store.ledger.record({ ...entry, path: "flood-2.txt" });
    await flood.getByText("In quarantine. It is too short").waitFor();
    await flood.getByRole("button", { name: "What became of it?" }).click();
    await page.locator(".answer").getByText("why flood-2.txt").first().waitFor();
    await flood.getByRole("button", { name: "Dismiss" }).click();
    await flood.waitFor({ state: "detached" });
  });

  test("a channel is made in the form: places from the platform's list, slots, matches and looks as it is filled in, faults at their fields", async () => {
    const page = await open("/#/~setup/new");
    const form = page.getByRole("form", { name: "A new channel" });
    const live = page.getByRole("region", { name: "What that means" });
    await live.getByText("at 08:00").or(live.locator(".slots li").nth(4)).first().waitFor();
    await form.getByLabel("Name").fill("Storm Desk");
    await form.getByText("It will be called #storm-desk").waitFor();
    await form.getByLabel("When").fill("soon");
    await form.getByText("“soon” cannot be read").waitFor();
    await live.getByText("Its schedule cannot be read yet.").waitFor();
    await form.getByLabel("When").fill("weekdays at noon");
    await live.locator(".slots li").nth(4).waitFor();
    expect(await live.locator(".slots li").count()).toBe(5);
    await form.getByLabel("Topics").fill("storm");
    // What is half filled in is there again after a look elsewhere.
    await page.getByRole("tab", { name: "Channels" }).click();
    await page.getByRole("tab", { name: "Set-up" }).click();
    await page.getByRole("link", { name: "Make a channel" }).click();
    await live.locator(".slots li").nth(4).waitFor();
    expect(await form.getByLabel("Topics").inputValue()).toBe("storm");
    await live.getByText("of today's 1 articles").waitFor();
    expect(await live.locator(".match-count").innerText()).toBe("1");
    await form
      .getByLabel("Slack channel", { exact: true })
      .selectOption({ label: "#ferry – not yet" });
    await form.getByText("The bot may not post there yet: invite the bot there.").waitFor();
    await form.getByLabel("Slack channel", { exact: true }).selectOption({ label: "#storm" });
    await form.getByLabel("Layout").selectOption("headlines");
    expect(await form.getByLabel("It goes by itself after").isVisible()).toBe(false);
    await form.getByLabel("An editor reads each edition first").selectOption("required");
    await live.getByText("each is posted once an editor lets it go.").waitFor();
    await form.getByLabel("It goes by itself after").fill("soon");
    await form.getByText("“soon” is no span of time").waitFor();
    await form.getByLabel("It goes by itself after").fill("30m");
    await live.getByText("or by itself after 30 min.").waitFor();
    await live.locator('.look[data-face="slack"] .s-message').first().waitFor();
    await live.locator('.look[data-face="discord"] .d-message').first().waitFor();
    if (SHOTS !== undefined) await shoot(page, "form");
    await form
      .getByLabel("Slack channel", { exact: true })
      .selectOption({ label: "#partners – another company reads it" });
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("#partners is shared with another company").waitFor();
    await form.getByLabel("Who reads it").selectOption("public");
    await form.getByText("#partners is shared with another company").waitFor({ state: "hidden" });
    await form.getByLabel("Slack channel", { exact: true }).selectOption({ label: "#storm" });
    await form.getByLabel("Who reads it").selectOption("");
    await form.getByLabel("Time zone").fill("new york");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Did you mean America/New_York").waitFor();
    expect(await page.evaluate("document.activeElement.name")).toBe("zone");
    await form.getByLabel("Time zone").fill("Europe/London");
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Saved #storm-desk" }).waitFor();
    expect(room.live.orderOf("storm-desk")?.entry).toEqual({
      ...{ name: "storm-desk", schedule: "0 12 * * 1-5", timeZone: "Europe/London" },
      ...{ topics: "storm", layout: "headlines", slack: "C0042" },
      approval: { required: true, after: "30m" },
    });
    await page.getByRole("link", { name: "Change it" }).click();
    const change = page.getByRole("form", { name: "#storm-desk" });
    expect(await change.getByLabel("When").inputValue()).toBe("weekdays at 12:00");
    expect(await change.getByLabel("It goes by itself after").inputValue()).toBe("30m");
    await page.goto(`${url}/#/~setup/channel/front-page`);
    await page.getByText("config/newsroom.yaml, line 3").waitFor();
  }, 90_000);

  test("a newcomer sets a platform up: the steps, a token that is checked and shown nowhere, what is missing, a channel tried on the button", async () => {
    const page = await open("/#/~setup");
    await page.getByRole("link", { name: "Set Slack up" }).click();
    await page.getByText("Create an app").waitFor();
    expect(await page.getByLabel("To be pasted").innerText()).toBe("name: Copydesk");
    const form = page.getByRole("form", { name: "Tokens of Slack" });
    const token = form.getByLabel("Bot token");
    expect(await token.getAttribute("type")).toBe("password");
    await form.getByRole("button", { name: "Check and keep" }).click();
    await form.getByText("This must be filled in").waitFor();
    await token.fill("xoxb-good");
    await form.getByRole("button", { name: "Check and keep" }).click();
    await page.getByText("It counts from the next start on").first().waitFor();
    const found = page.getByRole("list", { name: "What was found" });
    expect(await found.first().getByRole("listitem").allInnerTexts()).toEqual([
      "✓ Right: Slack bot token: it is copydesk",
      "✗ Missing: Slack scopes: channels:history",
    ]);
    expect(await token.inputValue()).toBe("");
    if (SHOTS !== undefined) await shoot(page, "first-run");
    const picker = page.getByLabel("Slack channel", { exact: true });
    await picker.locator("option", { hasText: "#storm" }).waitFor({ state: "attached" });
    await picker.selectOption({ label: "#storm" });
    expect(handed).toEqual([{}, { SLACK_BOT_TOKEN: "xoxb-good" }]);
    await page.getByRole("button", { name: "Post a test message" }).click();
    await page.getByText("“Copydesk can post here.” stands there").waitFor();
    expect(handed.at(-1)).toBe("slack C0042");
  }, 90_000);
});
