import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDropDesk } from "#desk/setup/drop.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { testClock, testStore } from "../../desk/fixture.ts";
import { createNewsroom, type Newsroom, NOW, sampleEdition } from "./newsroom.ts";

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
      place: { put: (...given) => putIntoFolder(folder, ...given) },
      ...{ ledger: store.ledger, orders: store.orders, clock },
    });
    preview = createPreview({ port: 0, ...newsroom, drop });
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
      const isRefusal = message.text().includes("status of 4");
      if (["error", "warning"].includes(message.type()) && !isRefusal)
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${url}${at}`);
    await page.locator("#timeline[aria-busy=false]").waitFor();
    return page;
  }

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
    await dialog.getByRole("button", { name: "Put it into the folder" }).click();
    await rows.filter({ hasText: "Ferry strike ends.txt" }).waitFor();

    expect((await readdir(folder)).toSorted()).toEqual([
      "Bill.md",
      "Ferry strike ends.txt",
      "flood.txt",
    ]);
    expect(await readFile(join(folder, "flood.txt"), "utf8")).toBe("The water rose.");
    const entry = { path: "flood.txt", contentHash: "h", at: clock.now(), articleId: null };
    await store.ledger.record({ ...entry, stage: "quarantined", rule: "It is too short" });
    const flood = rows.filter({ hasText: "flood.txt" });
    await flood.getByText("In quarantine. It is too short").waitFor();
    await flood.getByRole("button", { name: "What became of it?" }).click();
    await page.locator(".answer").getByText("why flood.txt").first().waitFor();
    await flood.getByRole("button", { name: "Dismiss" }).click();
    expect(await rows.count()).toBe(3);
  });
});
