import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { createNewsroom, type Newsroom, NOW, sampleEdition } from "./newsroom.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;

describe.skipIf(!found.ok)(`the tabs of the page${why}`, () => {
  let browser: Browser;
  let newsroom: Newsroom;
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
    newsroom = createNewsroom();
    newsroom.add("front-page", sampleEdition(NOW));
    preview = createPreview({ port: 0, ...newsroom });
    ({ url } = await preview.start());
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await preview.stop();
    expect(complaints).toEqual([]);
  });

  async function open(at = "/"): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${url}${at}`);
    await page.getByText("Live", { exact: true }).waitFor();
    return page;
  }
  const tab = (page: Page, name: string) => page.getByRole("tab", { name });
  const selected = (page: Page) => page.getByRole("tab", { selected: true });

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

  test("the keyboard alone walks along them, and opens one", async () => {
    const page = await open();
    await tab(page, "Editions").focus();
    await page.keyboard.press("End");
    const last = await page.evaluate<string>("document.activeElement.textContent");
    expect(last).not.toBe("Editions");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Editions");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: last }).waitFor();
    expect(await page.locator("[role=tab][tabindex='0']").count()).toBe(1);
  });

  test("a tab that is not there shows the editions", async () => {
    const page = await open("/#/~nothing");
    await page.getByRole("article").first().waitFor();
    expect(await selected(page).innerText()).toBe("Editions");
  });

  test("a link jumps over what is repeated, and the address stays", async () => {
    const page = await open("/#/~channels");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("stage");
    expect(page.url()).toBe(`${url}/#/~channels`);
  });

  test("a channel's buttons give its commands, and the answer comes at the desk", async () => {
    const page = await open("/#/~channels");
    const row = page.locator(".row", { hasText: "#front-page" });
    expect(await row.innerText()).toContain("Posted to Slack #news, Discord #digest");
    await row.getByRole("button", { name: "Schedule: #front-page" }).click();
    await page.locator(".answer .message-body").waitFor();
    expect(await page.locator(".asked").innerText()).toBe("Schedule: #front-page");
    await row.getByRole("link", { name: "#front-page" }).click();
    await page.getByRole("article").first().waitFor();
  });
});
