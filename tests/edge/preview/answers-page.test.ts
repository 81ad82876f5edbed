import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createPreview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { tabRoom } from "./tab-room.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
const HOUR = 3_600_000;

const LONG =
  "Government announces a wide-ranging inquiry into the cost of the harbour bridge repairs that took six years and eleven nights";
/** Runs from the right, with Latin words and figures in it. */
const MIXED = "بلدية المرفأ تعلن إغلاق الجسر Halden Bridge ليلاً لمدة 11 ليلة 23:00";

/** What can be pressed among the answers, and is wider than what shows it. */
const CUT_OFF = `[...document.querySelectorAll("#answers button, #answers a, #answers select")].flatMap((node) => {
  const { left, right, width } = node.getBoundingClientRect();
  if (width === 0) return [];
  let [from, to] = [0, innerWidth];
  for (let up = node.parentElement; up !== null; up = up.parentElement) {
    if (getComputedStyle(up).overflowX === "visible") continue;
    const around = up.getBoundingClientRect();
    [from, to] = [Math.max(from, around.left), Math.min(to, around.right)];
  }
  const isIn = left >= from - 1 && right <= to + 1;
  const isWhole = node.tagName === "SELECT" || node.scrollWidth <= node.clientWidth + 1;
  return isIn && isWhole ? [] : [node.textContent];
})`;

describe.skipIf(!found.ok)(`answers on the page${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  test.each([
    390, 820, 1180, 1440,
  ])("show all that can be pressed, %i pixels wide", async (width) => {
    const given = await tabRoom();
    const { room } = given;
    for (const [id, title] of Object.entries({ lg1: LONG, lg2: MIXED }))
      await room.file({ id, path: `${id}.txt`, title, body: `${title}, the port said.` });
    room.clock.pass(14 * HOUR);
    await room.editionDesk.makeDue();
    const preview = createPreview({ port: 0, ...given });
    const { url } = await preview.start();
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    onTestFinished(async () => {
      await context.close();
      await preview.stop();
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(url);
    await page.locator("#connection[data-state=connected]").waitFor({ state: "attached" });
    const cut: string[] = [];
    for (const face of ["paper", "slack", "discord"]) {
      await page.locator(`.face input[value=${face}]`).check({ force: true });
      await page.locator("#line").fill("/approve");
      await page.keyboard.press("Enter");
      const read = page.locator("#answers").getByRole("button", { name: "Read it" });
      await read.last().waitFor();
      const asked = await page.evaluate<readonly string[]>(CUT_OFF);
      await read.last().click();
      await page.locator("#answers select").last().waitFor();
      const opened = await page.evaluate<readonly string[]>(CUT_OFF);
      cut.push(...[...asked, ...opened].map((text) => `${face}: ${text}`));
      await page.locator("#clear").click();
    }
    expect(cut).toEqual([]);
  });
});
