import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import type { WaitingBoard, WishOutcome } from "#edge/preview/waiting-board.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { createNewsroom, NOW } from "./newsroom.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
const HEADLINES: Readonly<Record<string, string>> = {
  a: "Bridge closes",
  b: "Ferry sails",
  c: "كأس العالم <b>x</b>",
};
const AWAITING = {
  ...{ number: 7, channel: "front-page", slot: NOW, timeZone: "UTC", urgent: true, goesAt: null },
  places: ["the page", "Slack"],
  items: ["a", "b"].map((id) => ({ id, headline: HEADLINES[id] ?? "", why: "" })),
  ...{ out: [], left: [{ id: "z", headline: "Left behind", why: "no room" }] },
};

/** A channel with three stories that wait, and an edition that waits for a word. */
function waitingBoard() {
  let order: readonly string[] = ["a", "b", "c"];
  const out = new Map<string, "next" | "good">();
  const state = { outcome: "done" as WishOutcome };
  const story = (id: string) => ({
    ...{ id, headline: HEADLINES[id] ?? id, section: "harbour", source: null, urgency: null },
    ...{ update: id === "b", why: `It is ${id}` },
  });
  const board: WaitingBoard = {
    all: async () => ({
      channels: ["front-page", "sport"].map((channel) => {
        return { channel, title: channel, slot: NOW + 3_600_000, timeZone: "UTC" };
      }),
      awaiting: [AWAITING],
    }),
    next: async (channel) => ({
      ...{ channel, title: channel, slot: NOW + 3_600_000, timeZone: "UTC", more: 0 },
      items: channel === "sport" ? [] : order.filter((id) => !out.has(id)).map(story),
      arranged: order.join("") !== "abc",
      differs: ["Slack"],
      left: [...out].map(([id, until]) => {
        return { ...story(id), kind: until === "good" ? "left-out" : "put-off" };
      }),
    }),
    arrange: async (_channel, ids) => {
      if (state.outcome === "done") order = ids.length === 0 ? ["a", "b", "c"] : ids;
      return state.outcome;
    },
    leaveOut: async (_channel, id, until) => {
      out.set(id, until);
      return "done";
    },
    takeBack: async (_channel, id) => {
      out.delete(id);
      return "done";
    },
  };
  return { board, state };
}

describe.skipIf(!found.ok)(`the tab Waiting${why}`, () => {
  let browser: Browser;
  let preview: Preview;
  let url: string;
  let lines: string[];
  let state: ReturnType<typeof waitingBoard>["state"];
  let complaints: string[];

  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    [complaints, lines] = [[], []];
    const newsroom = createNewsroom();
    const waiting = waitingBoard();
    state = waiting.state;
    const { frontDesk } = newsroom;
    preview = createPreview({
      ...{ port: 0, ...newsroom, waiting: waiting.board },
      frontDesk: {
        ...frontDesk,
        askTyped: (line, from) => {
          lines.push(line);
          return frontDesk.askTyped("help", from);
        },
      },
    });
    ({ url } = await preview.start());
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await preview.stop();
    expect(complaints).toEqual([]);
  });

  /** @param me who looks; left out: whoever sits at the machine */
  async function open(at = "/#/~waiting", width = 1440, me: object | null = null): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    if (me !== null) await page.route("**/api/me", (route) => route.fulfill({ json: me }));
    await page.goto(`${url}${at}`);
    await page.locator(".waiting-head").waitFor();
    return page;
  }
  const queue = (page: Page) => page.locator(".queue > li");
  const shown = (page: Page) => page.locator(".queue .row-title").allInnerTexts();
  const inOrder = (page: Page, ...ids: string[]) =>
    expect.poll(() => shown(page), { timeout: 20_000 }).toEqual(ids.map((id) => HEADLINES[id]));
  const heard = (page: Page) => page.locator("#announcer").innerText();

  test("shows the order with why, and text of copy as text", async () => {
    const page = await open();
    await inOrder(page, "a", "b", "c");
    expect(await queue(page).nth(1).innerText()).toContain("It is b");
    expect(await page.locator(".queue b").count()).toBe(0);
    expect(await page.locator(".waiting-head").innerText()).toContain("what goes to Slack differs");
  });

  test("by the keyboard alone a story is moved, is told where it is, and keeps the focus", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Move down: Bridge closes" }).focus();
    await page.keyboard.press("Enter");
    await inOrder(page, "b", "a", "c");
    expect(await heard(page)).toBe("“Bridge closes” is now number 2 of 3");
    expect(await page.evaluate("document.activeElement.ariaLabel")).toBe(
      "Move down: Bridge closes",
    );
    await page.getByRole("button", { name: "Back to the usual order" }).click();
    await inOrder(page, "a", "b", "c");
  });

  test("by the pointer a story is dragged before another one", async () => {
    const page = await open();
    await queue(page)
      .nth(2)
      .dragTo(queue(page).nth(0), { targetPosition: { x: 60, y: 4 } });
    await inOrder(page, "c", "a", "b");
    expect(await page.locator("[data-busy]").count()).toBe(0);
  });

  test("a story is left out once, or for good, and taken back", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Leave out once: Bridge closes" }).click();
    await inOrder(page, "b", "c");
    await page.getByRole("button", { name: "Leave out for good: Ferry sails" }).click();
    await inOrder(page, "c");
    const left = page.getByRole("list", { name: "Not in the next edition" });
    expect(await left.innerText()).toMatch(/Left out this time[\s\S]*Left out for good/);
    await page.getByRole("button", { name: "Take back: Ferry sails" }).click();
    await inOrder(page, "b", "c");
  });

  test("an edition that was made meanwhile is told, and what waits now is shown", async () => {
    const page = await open();
    state.outcome = "late";
    await page.getByRole("button", { name: "Move up: Ferry sails" }).click();
    await page.locator(".waiting-note", { hasText: "was made meanwhile" }).waitFor();
    await inOrder(page, "a", "b", "c");
  });

  test("a hold and a word for what waits are given as commands", async () => {
    const page = await open();
    for (const name of ["Hold everywhere: Bridge closes", "Let it go: #front-page"]) {
      await page.getByRole("button", { name }).click();
    }
    // A list that is walked through by the keys does nothing by itself.
    const menu = page.getByRole("combobox", { name: /^Story to leave out/ });
    await menu.focus();
    await page.keyboard.press("ArrowDown");
    expect(await menu.inputValue()).toContain("without:b");
    expect(lines.filter((line) => line.includes("without"))).toEqual([]);
    await page.getByRole("button", { name: "Leave out for good: #front-page" }).click();
    await expect
      .poll(() => lines.toSorted(), { timeout: 20_000 })
      .toEqual(["/approve edition:7 answer:go", "/approve edition:7 without:b", "/hold a"]);
    expect(await page.getByRole("list", { name: "Waits for an editor" }).innerText()).toContain(
      "Urgent",
    );
  });

  test("who edits one channel has the tab, and no button for what reaches every channel", async () => {
    const maker = { id: "slack:U7", name: "Mo", role: "reader", edits: ["front-page"] };
    const page = await open("/#/~waiting", 1440, { ...maker, signedIn: true, ways: ["link"] });
    await inOrder(page, "a", "b", "c");
    const tabs = await page.getByRole("tab").allInnerTexts();
    expect(tabs).toContain("Waiting");
    expect(tabs).not.toContain("Held");
    await page.getByRole("button", { name: "Leave out once: Bridge closes" }).waitFor();
    expect(await page.getByRole("button", { name: /^Hold everywhere/ }).count()).toBe(0);
  });

  test("another channel has an address of its own", async () => {
    const page = await open();
    await page.getByLabel("Next edition of").selectOption("sport");
    await page.getByText("Nothing waits").waitFor();
    expect(page.url()).toBe(`${url}/#/~waiting/sport`);
  });

  test("on a phone, a tablet and a desk nothing is cut off", async () => {
    const page = await open();
    await inOrder(page, "a", "b", "c");
    for (const width of [360, 760, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate<number>(
        "document.querySelector('#panel').scrollWidth - document.querySelector('#panel').clientWidth",
      );
      expect(wide, `${width}`).toBeLessThanOrEqual(0);
    }
  });
});
