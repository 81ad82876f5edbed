import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createPreview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { setupNewsroom } from "../../desk/setup/newsroom.ts";
import { PLACES, PLATFORMS, sampleFirstRun } from "./setup-room.ts";
import { tabRoom } from "./tab-room.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
const AXE = await readFile(
  new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url),
  "utf8",
);

/** What axe finds wrong by WCAG 2.2, levels A and AA, and by good practice. */
const BY_AXE = `axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // Tabs that a narrow strip has scrolled away are taken for links within the page: an address of theirs is a fragment.
    rules: { "skip-link": { enabled: false } },
  })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.target + " " + node.failureSummary)))`;
const TOO_WIDE = `[...document.querySelectorAll("body, main, #panel, .tab-root:not([hidden]), .row, .sheet, form")]
  .filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.id || node.className || node.tagName)`;

/** Every tab, and what has an address in it, with a line that stands there once it is drawn; `null`: there is none. */
const ADDRESSES: readonly (readonly [address: string, says: string | null])[] = [
  ...["editions", "inbox", "held", "quarantine", "stories", "archive", "channels", "status"].map(
    (name) => [`/#/~${name}`, null] as const,
  ),
  ["/#/~stories/b1r", null],
  ["/a/b1r", null],
  ["/a/s3c", null],
  ["/#/~waiting", "Waits for an editor"],
  ["/#/~setup", "Make a channel"],
  ["/#/~setup/new", "Schedule"],
  ["/#/~setup/channel/front-page", "front-page"],
  ["/#/~setup/platform/slack", "Create an app"],
];

/** On a machine that has other work each look takes a second or two. */
const LIMIT = 300_000;

describe.skipIf(!found.ok)(`the tabs of the page by axe${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  /** One page is turned to all of them: what takes long is to open it. */
  async function open(width: number): Promise<{ page: Page; complaints: readonly string[] }> {
    const { channels } = await setupNewsroom();
    const places = async () =>
      ({ ok: true, isCut: false, canBeShared: true, places: PLACES }) as const;
    const preview = createPreview({
      ...{ port: 0, ...(await tabRoom()), firstRun: sampleFirstRun([]) },
      setup: { channels, places, platforms: PLATFORMS },
    });
    const { url } = await preview.start();
    const context = await browser.newContext({
      ...{ viewport: { width, height: 900 }, reducedMotion: "reduce" },
    });
    onTestFinished(async () => {
      await context.close();
      await preview.stop();
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(url);
    await page.locator("#connection[data-state=connected]").waitFor({ state: "attached" });
    await page.evaluate(AXE);
    return { page, complaints };
  }

  // A scheme has the same colours in every width.
  test.each([
    [390, ["dark"]],
    [900, ["light"]],
    [1440, ["light", "dark"]],
  ] as const)(
    "every tab can be used by everybody, %i pixels wide, %s",
    async (width, schemes) => {
      const { page, complaints } = await open(width);
      const faults: string[] = [];
      for (const [at, says] of ADDRESSES) {
        await page.evaluate(
          `history.pushState(null, "", "${at}"); dispatchEvent(new PopStateEvent("popstate"))`,
        );
        const drawn = at.endsWith("~editions")
          ? page.locator("#timeline[aria-busy=false]")
          : page.locator("#panel .tab-root:not([hidden])[aria-busy=false]");
        await drawn.waitFor();
        if (says !== null) await drawn.getByText(says).first().waitFor();
        const wide = await page.evaluate<readonly string[]>(TOO_WIDE);
        faults.push(...wide.map((node) => `${at} is too wide: ${node}`));
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const found = await page.evaluate<readonly string[]>(BY_AXE);
          faults.push(...found.map((fault) => `${at} ${colorScheme} ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    },
    LIMIT,
  );
});
