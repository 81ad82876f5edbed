import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { createNewsroom, type Newsroom, NOW, sampleEdition } from "./newsroom.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
const DAY_AND_MORE = 26 * 3_600_000;

export const FACES = ["Paper", "Slack", "Discord"] as const;
const DRAWN = { Paper: ".p-message", Slack: ".s-message", Discord: ".d-message" };

/** A page over a newsroom with two editions, anew for each test. */
export interface PageRoom {
  newsroom: Newsroom;
  preview: Preview;
  url: string;
  /** What no test may leave behind: errors of the page, and requests to anywhere else. */
  complaints: string[];
  /** Starts `preview`, where a test has put another one in its place. */
  start(): Promise<void>;
  open(options?: BrowserContextOptions, at?: string): Promise<Page>;
}

/** Tests of the page in a browser; skipped where there is none. */
export function describePage(title: string, tests: (room: PageRoom) => void): void {
  describe.skipIf(!found.ok)(`${title}${why}`, () => {
    let browser: Browser;
    const room = { open } as PageRoom;
    room.start = async () => {
      ({ url: room.url } = await room.preview.start());
    };
    beforeAll(async () => {
      if (found.ok) browser = await launchBrowser(found.path);
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      room.complaints = [];
      room.newsroom = createNewsroom();
      room.newsroom.add("front-page", sampleEdition(NOW - DAY_AND_MORE, { ids: ["ws44n8"] }));
      room.newsroom.add("front-page", sampleEdition(NOW));
      room.preview = createPreview({ port: 0, ...room.newsroom });
      await room.start();
    });
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await room.preview.stop();
      expect(room.complaints).toEqual([]);
    });

    async function open(options: BrowserContextOptions = {}, at = "/"): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) room.complaints.push(message.text());
      });
      page.on("pageerror", (error) => room.complaints.push(error.message));
      page.on("dialog", (dialog) => {
        room.complaints.push(`dialog: ${dialog.message()}`);
        return dialog.dismiss();
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(`${room.url}/`))
          room.complaints.push(`request to ${request.url()}`);
      });
      await page.goto(`${room.url}${at}`);
      await page.locator("#timeline[aria-busy=false]").waitFor();
      return page;
    }

    tests(room);
  });
}

export async function showAs(page: Page, face: (typeof FACES)[number]): Promise<void> {
  await page.getByRole("radio", { name: face }).click();
  await page.locator(DRAWN[face]).first().waitFor();
}

export async function askFor(page: Page, line: string): Promise<void> {
  await page.getByRole("combobox", { name: "Command" }).fill(line);
  await page.getByRole("combobox", { name: "Command" }).press("Enter");
}

export const answer = (page: Page) => page.locator(".answer .message-body").last();

/*
 * What runs inside the page is kept as text where it needs the browser's own names: the project is
 * typed for Node.
 */
/** Controls that nothing names. */
export const NAMELESS = `[...document.querySelectorAll("button, a, input")].filter((node) =>
  !((node.ariaLabel ?? "") + node.textContent + (node.labels?.[0]?.textContent ?? "")).trim(),
).map((node) => node.outerHTML)`;

export const styleOf = (selector: string, name: string) =>
  `getComputedStyle(document.querySelector("${selector}")).getPropertyValue("${name}")`;
