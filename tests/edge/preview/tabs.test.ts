import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { tabRoom } from "./tab-room.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;

describe.skipIf(!found.ok)(`the tabs of the page${why}`, () => {
  let browser: Browser;
  let room: Awaited<ReturnType<typeof tabRoom>>;
  let preview: Preview;
  let url: string;
  /** Errors of the page, which no test may leave behind. */
  let complaints: string[];

  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints = [];
    room = await tabRoom();
    preview = createPreview({ port: 0, ...room });
    ({ url } = await preview.start());
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await preview.stop();
    expect(complaints).toEqual([]);
  });

  async function open(at = "/", options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" },
      ...options,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${url}${at}`);
    await page.locator("#connection[data-state=connected]").waitFor({ state: "attached" });
    return page;
  }
  const tab = (page: Page, name: string) => page.getByRole("tab", { name });
  const selected = (page: Page) => page.getByRole("tab", { selected: true });
  const row = (page: Page, id: string) => page.locator(`.row[data-id="${id}"]`);
  const answer = (page: Page) => page.locator(".answer .message-body").last();

  test("each has an address, and the way back leads to the one before", async () => {
    const page = await open();
    expect(await selected(page).innerText()).toBe("Editions");
    await tab(page, "Channels").click();
    await page.getByRole("heading", { level: 1, name: "Channels" }).waitFor();
    expect(page.url()).toBe(`${url}/#/~channels`);
    expect(await page.title()).toBe("Channels · Copydesk");
    expect(await page.locator("#editions").isHidden()).toBe(true);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "#front-page" }).waitFor();
    expect(await selected(page).innerText()).toBe("Editions");
    expect(await page.locator("#panel").isHidden()).toBe(true);
  });

  test("the keyboard alone walks along them, opens one, and jumps over what is repeated", async () => {
    const page = await open();
    await tab(page, "Editions").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Status");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Status" }).waitFor();
    expect(await page.locator("[role=tab][tabindex='0']").count()).toBe(1);
    await page.getByRole("link", { name: "Skip to what is shown" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("stage");
    expect(page.url()).toBe(`${url}/#/~status`);
  });

  test("a tab that is not there shows the editions", async () => {
    const page = await open("/#/~nothing");
    await page.getByRole("article").first().waitFor();
    expect(await selected(page).innerText()).toBe("Editions");
  });

  test("the inbox has what came in, and an order given there is seen at once", async () => {
    const page = await open("/#/~inbox");
    await row(page, "b1r").waitFor();
    expect(await row(page, "s3c").innerText()).toContain("Under embargo until");
    await row(page, "b1r").getByRole("button", { name: "Hold:" }).click();
    await answer(page).getByText("Held: “Harbour bridge").waitFor();
    await row(page, "b1r").getByText("Held by", { exact: false }).waitFor();
    await page.getByLabel("Show", { exact: true }).selectOption("killed");
    await row(page, "k4d").waitFor();
    expect(await page.locator(".row").count()).toBe(1);
  });

  test("held copy is let go by two presses: the second breaks its embargo", async () => {
    const page = await open("/#/~held");
    await row(page, "s3c").getByRole("button", { name: "Release:" }).click();
    await answer(page).getByText("before its time").waitFor();
    expect(await row(page, "s3c").count()).toBe(1);
    await answer(page).getByRole("button", { name: "Release it now" }).click();
    await page.getByText("Nothing is held").waitFor();
  });

  test("quarantine shows the reason and the first lines as text, and has the file read again", async () => {
    const page = await open("/#/~quarantine");
    const torn = row(page, "wire/torn <b>.docx");
    expect(await torn.innerText()).toContain("It is torn. Save it anew.");
    await torn.getByRole("button", { name: "First lines" }).click();
    await torn.locator("pre").waitFor();
    expect(await torn.locator("pre").innerText()).toBe("beginning of wire/torn <b>.docx");
    await torn.getByRole("button", { name: "Try again" }).click();
    await answer(page).getByText("is read once more within a minute").waitFor();
    await torn.getByText("It is read once more within a minute.").waitFor();
    await torn.getByText("Being read once more").waitFor();
    // What was mended takes its place.
    const sent: string[] = [];
    await page.route("**/api/drop?**", (route) => {
      sent.push(new URL(route.request().url()).search);
      return route.fulfill({ json: { path: "wire/torn <b>.docx", did: "replaced" } });
    });
    await torn
      .locator("input[type=file]")
      .setInputFiles([{ name: "whole.docx", mimeType: "", buffer: Buffer.from("whole") }]);
    await torn.getByText("The mended version is in its place").waitFor();
    expect(sent).toEqual(["?mends=wire%2Ftorn+%3Cb%3E.docx&name=whole.docx"]);
  });

  test("the keyboard goes on where it is after each action: the same control, the next row, or the heading", async () => {
    const page = await open("/#/~inbox");
    const at = () =>
      page.evaluate<string>(
        "document.activeElement === document.body ? 'nowhere' : (document.activeElement.dataset.key ?? document.activeElement.id)",
      );
    // Tabs that were opened before are still there, out of sight.
    const inSight = (id: string) => page.locator(`.tab-root:not([hidden]) .row[data-id="${id}"]`);
    const press = async (id: string, name: string) => {
      await inSight(id).getByRole("button", { name }).focus();
      await page.keyboard.press("Enter");
    };
    const goesTo = (key: string | RegExp) => expect.poll(at, { timeout: 20_000 }).toMatch(key);
    // An order that takes its own button away: the next row.
    await press("b2r", "Hold:");
    await inSight("b2r").getByText("Held by", { exact: false }).waitFor();
    await goesTo(/^brief b1r$/u);
    await tab(page, "Held").click();
    await inSight("b2r").waitFor();
    await press("b2r", "Release:");
    await inSight("b2r").waitFor({ state: "detached" });
    await goesTo(/ s3c$/u);
    await tab(page, "Quarantine").click();
    await press("wire/torn <b>.docx", "Try again");
    await answer(page).getByText("is read once more within a minute").waitFor();
    await goesTo(/^retry/u);
    await press("wire/torn <b>.docx", "First lines");
    await page.locator(".beginning").waitFor();
    expect(await at()).not.toBe("nowhere");
    await tab(page, "Waiting").click();
    const first = (await page.locator(".queue > li").first().getAttribute("data-id")) ?? "";
    const left = page.locator(`.is-left[data-id="${first}"]`);
    await press(first, "Leave out once:");
    await left.waitFor();
    await goesTo(/^once /u);
    await page.getByRole("button", { name: "Move down:" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Back to the usual order" }).focus();
    await page.keyboard.press("Enter");
    await page
      .getByRole("button", { name: "Back to the usual order" })
      .waitFor({ state: "detached" });
    await goesTo(/^channel-name$/u);
    await press(first, "Take back:");
    await left.waitFor({ state: "detached" });
    expect(await at()).not.toBe("nowhere");
    // Another thing is shown: never nowhere.
    await tab(page, "Stories").click();
    await page.locator("[data-tab=stories] .row-title a").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".story-step").first().waitFor();
    await expect.poll(at, { timeout: 20_000 }).not.toBe("nowhere");
    // What had the focus stays behind, out of sight.
    await page.goto(`${url}/a/b1r`);
    await page.getByRole("link", { name: "The whole story" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("[data-tab=stories] .story-steps").waitFor();
    await goesTo(/^channel-name$/u);
  });

  test("a story has its reports in order, and what is new in each", async () => {
    const page = await open("/#/~stories");
    await page.locator(".row-title a", { hasText: "Bridge to close for nine nights" }).click();
    await page.locator(".story-step").nth(1).waitFor();
    expect(await page.locator(".story-step h3").allInnerTexts()).toEqual([
      "Harbour bridge to close for eleven nights",
      "Bridge to close for nine nights",
    ]);
    await page.locator(".story-step a").first().click();
    await page.getByRole("heading", { level: 1, name: "Harbour bridge to close" }).waitFor();
    expect(page.url()).toBe(`${url}/a/b1r`);
  });

  test("the archive is searched by its form, and the address holds the search", async () => {
    const page = await open("/#/~archive");
    await page.getByLabel("Words").fill("bridge");
    await page.getByLabel("Source or byline").fill("tideline");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await row(page, "b2r").waitFor({ state: "detached" });
    expect(await page.locator(".row").count()).toBe(1);
    expect(page.url()).toContain("~archive/words=bridge&source=tideline");
    await page.getByLabel("Since").fill("soonish");
    await page.getByLabel("Since").press("Enter");
    complaints = complaints.filter((text) => !text.includes("400"));
    await page.getByRole("alert").getByText("“soonish” is no moment").waitFor();
    complaints = complaints.filter((text) => !text.includes("400"));
  });

  test("an article has an address: its brief, its text with that marked, its story", async () => {
    const page = await open("/a/b1r");
    const sheet = page.locator(".sheet");
    await sheet.waitFor();
    expect(await page.title()).toBe("Harbour bridge to close for eleven nights · Copydesk");
    const text = await sheet.locator(".sheet-text p").allInnerTexts();
    expect(text.join("\n\n")).toContain("“We would rather close a bridge");
    expect(await sheet.locator("mark.is-quote").first().innerText()).toContain("We would rather");
    await sheet.getByRole("button", { name: "In the text" }).first().click();
    expect(await page.evaluate("document.activeElement.closest('mark') !== null")).toBe(true);
    const story = page.locator("section.row", { hasText: "Story" }).first();
    expect(await story.innerText()).toContain("Bridge to close for nine nights");
    await tab(page, "Stories").click();
    await page.getByRole("heading", { level: 1, name: "Stories" }).waitFor();
    expect(page.url()).toBe(`${url}/#/~stories`);
  });

  test("the address of an article that is held, was killed or is not known says so to an editor", async () => {
    const page = await open("/a/s3c");
    const panel = page.locator("#panel");
    await panel.getByText("Under embargo until").first().waitFor();
    for (const [path, says] of [
      ["/a/k4d", "Killed by"],
      ["/a/zzz", "There is no article at this address"],
    ] as const) {
      await page.goto(`${url}${path}`);
      await panel.getByText(says).first().waitFor();
    }
  });

  test("answers are there after the page was loaded anew, and no order is given twice", async () => {
    const page = await open("/#/~inbox");
    const asked: (string | null)[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/api/ask")) asked.push(request.postData());
    });
    await row(page, "b1r").getByRole("button", { name: "Hold:" }).click();
    await answer(page).getByText("Held: “Harbour bridge").waitFor();
    await row(page, "b1r").getByText("Held by", { exact: false }).waitFor();
    await row(page, "b2r").getByRole("button", { name: "Brief:" }).click();
    await answer(page).getByText("Hauliers expect detours").waitFor();
    expect(asked).toHaveLength(2);
    // What is only asked is drawn anew as another platform shows it; an order stays as it was answered.
    await page.getByRole("radio", { name: "Slack" }).click();
    await page.locator(".answer .s-message").waitFor();
    expect(asked.map((line) => line?.includes("hold"))).toEqual([true, false, false]);
    await page.reload();
    await page.getByText("Held: “Harbour bridge").waitFor();
    await answer(page).getByText("Hauliers expect detours").waitFor();
    expect(asked).toHaveLength(3);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.reload();
    await page.getByText("Everything that readers can ask").waitFor();
  });

  test("an editor mends the brief below the article, and what was said of it stays", async () => {
    const page = await open("/a/b1r");
    const form = page.getByRole("form", { name: "Mend the brief" });
    const fact = form.getByRole("checkbox", { name: /^The bridge carried 31,000/ });
    await fact.uncheck();
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText(/^Saved: /).waitFor();
    await page.getByRole("heading", { name: "History, and what changed" }).waitFor();
    await form.getByText(/^Saved: /).waitFor();
    expect(await fact.isChecked()).toBe(false);
    await page.goto(`${url}/a/k4d`);
    await page.getByRole("heading", { name: "Wrong toll of the storm", level: 2 }).waitFor();
    expect(await form.count()).toBe(0);
  });

  test("a tab says how much is new in it, until somebody looks", async () => {
    const page = await open();
    const seen = () => page.evaluate("localStorage.getItem('copydesk.seen-tab.inbox')");
    await expect.poll(seen, { timeout: 20_000 }).not.toBeNull();
    expect(await page.locator(".tab-mark").count()).toBe(0);
    room.room.clock.pass(60_000);
    await room.room.file({ id: "n1w", path: "n1w.txt", title: "News", body: "It is." });
    preview.changed();
    await tab(page, "Inbox").getByText("1 new").waitFor();
    await tab(page, "Inbox").click();
    await page.locator(".tab-mark").waitFor({ state: "detached" });
  });

  test("an edition is copied as text and as markup, without its buttons", async () => {
    const page = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copy: edition of 18:05" }).click();
    await page.getByRole("status").getByText("The edition is copied.").waitFor();
    const copied = await page.evaluate<
      readonly string[]
    >(`navigator.clipboard.read().then(([item]) =>
      Promise.all(["text/plain", "text/html"].map((type) => item.getType(type).then((blob) => blob.text()))))`);
    const [text = "", html = ""] = copied;
    expect(text).toContain("Harbour bridge to close for eleven nights");
    expect(text).not.toContain("More");
    expect(html).toMatch(/<(?:h2|h3|p|strong)/u);
    expect(html).not.toMatch(/<button|<svg|class=|onerror/u);
  });

  test("less than 200 kB are sent for the page to be there", async () => {
    const page = await open();
    await page.getByRole("article").first().waitFor();
    const sent = await page.evaluate<number>(`[
      ...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource"),
    ].reduce((sum, { transferSize }) => sum + transferSize, 0)`);
    expect(sent).toBeGreaterThan(10_000);
    expect(sent).toBeLessThan(200_000);
  });

  test("on paper an article is its words alone", async () => {
    const page = await open("/a/b1r");
    await page.locator(".sheet").waitFor();
    await page.emulateMedia({ media: "print" });
    for (const unseen of [".tab-strip", ".sidebar", ".desk", ".row-actions", ".where"]) {
      expect(await page.locator(unseen).first().isVisible()).toBe(false);
    }
    expect(await page.locator(".sheet-title").isVisible()).toBe(true);
  });
});
