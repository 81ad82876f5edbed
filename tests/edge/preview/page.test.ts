import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { amendMessage } from "#core/message/amend.ts";
import { withdrawMessage } from "#core/message/withdraw.ts";
import type { ShownEdition } from "#edge/preview/board.ts";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { formsNewsroom } from "#tests/form-faults.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import {
  createNewsroom,
  filedSample,
  HOSTILE,
  type Newsroom,
  NOW,
  sampleEdition,
} from "./newsroom.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
const HOUR = 3_600_000;
const FACES = ["Paper", "Slack", "Discord"] as const;
const DRAWN = { Paper: ".p-message", Slack: ".s-message", Discord: ".d-message" };

/*
 * What runs inside the page is kept as text where it needs the browser's own names: the project is
 * typed for Node.
 */
const TOO_WIDE = `[...document.querySelectorAll("body, main, #editions, #desk, #answers, .channels, .channels ul")]
  .filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.id || node.tagName)`;
const NAMELESS = `[...document.querySelectorAll("button, a, input")].filter((node) =>
  !((node.ariaLabel ?? "") + node.textContent + (node.labels?.[0]?.textContent ?? "")).trim(),
).map((node) => node.outerHTML)`;
const IDS = `[...document.querySelectorAll("[id]")].map(({ id }) => id)`;
/** Makes the page's look-ups hang after their first byte, until they are taken back. */
const HALF_ANSWERED = `(() => {
  const { fetch } = window;
  window.asked = 0;
  window.fetch = (path, init) => {
    if (!String(path).startsWith("/api/suggest")) return fetch(path, init);
    window.asked += 1;
    return Promise.resolve(new Response(new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode("["));
        init.signal.addEventListener("abort", () => body.error(init.signal.reason));
      },
    })));
  };
})()`;
const styleOf = (selector: string, name: string) =>
  `getComputedStyle(document.querySelector("${selector}")).getPropertyValue("${name}")`;

describe.skipIf(!found.ok)(`the page${why}`, () => {
  let browser: Browser;
  let newsroom: Newsroom;
  let preview: Preview;
  let url: string;
  /** What no test may leave behind: errors of the page, and requests to anywhere else. */
  let complaints: string[];

  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints = [];
    newsroom = createNewsroom();
    newsroom.add("front-page", sampleEdition(NOW - 26 * HOUR, { ids: ["ws44n8"] }));
    newsroom.add("front-page", sampleEdition(NOW));
    preview = createPreview({ port: 0, ...newsroom });
    ({ url } = await preview.start());
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await preview.stop();
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}, at = "/"): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(`${url}/`)) complaints.push(`request to ${request.url()}`);
    });
    await page.goto(`${url}${at}`);
    await page.locator("#timeline[aria-busy=false]").waitFor();
    return page;
  }

  const showAs = async (page: Page, face: (typeof FACES)[number]) => {
    await page.getByRole("radio", { name: face }).click();
    await page.locator(DRAWN[face]).first().waitFor();
  };
  const askFor = async (page: Page, line: string) => {
    await page.getByRole("combobox", { name: "Command" }).fill(line);
    await page.getByRole("combobox", { name: "Command" }).press("Enter");
  };
  const answer = (page: Page) => page.locator(".answer .message-body").last();

  test("shows the channels with their next slot, and the editions newest first", async () => {
    const page = await open();
    const channels = page.getByRole("navigation", { name: "Channels" }).getByRole("link");
    expect(await channels.allInnerTexts()).toEqual([
      expect.stringMatching(/front-page[\s\S]*Next[\s\S]*Slack #news/),
      expect.stringContaining("business-and-science"),
    ]);
    const editions = page.getByRole("article");
    expect(await editions.count()).toBe(2);
    expect(await editions.first().innerText()).toContain("Harbour bridge to close");
    expect(await editions.first().locator("time").innerText()).toBe("18:05");
    expect(await page.title()).toBe("#front-page · Copydesk");
  });

  test("a form stays open until nothing in it is at fault, and says each fault at its field", async () => {
    await preview.stop();
    const { desk } = await formsNewsroom();
    preview = createPreview({ port: 0, ...newsroom, frontDesk: desk });
    ({ url } = await preview.start());
    const page = await open();
    await askFor(page, "/wrong harbour bridge");
    const form = page.getByRole("form", { name: "This is wrong" });
    const [article, what] = [form.getByLabel("Which article?"), form.getByLabel("What is wrong?")];
    expect(await article.inputValue()).toBe("harbour bridge");
    expect(await article.getAttribute("aria-invalid")).toBe("false");
    await form.getByRole("button", { name: "Tell the editors" }).click();
    await form.locator(".form-fault:visible").first().waitFor();
    expect(await form.locator(".form-fault:visible").allInnerTexts()).toEqual([
      expect.stringContaining("Several articles fit “harbour bridge”"),
      "This must be filled in: The bridge closed on Tuesday, not on Monday.",
    ]);
    expect(await page.evaluate("document.activeElement.name")).toBe("article");
    for (const field of [article, what]) {
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      const named = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
      expect(await page.locator(`#${named[0]}`).innerText()).toMatch(/Several|filled in/u);
    }
    await what.fill("The toll is 15 crowns");
    await form.getByRole("button", { name: "Tell the editors" }).click();
    await form.locator(".form-fault:visible").nth(1).waitFor({ state: "detached" });
    expect(await what.inputValue()).toBe("The toll is 15 crowns");
    expect(await what.getAttribute("aria-invalid")).toBe("false");
    await article.fill("b1r");
    await article.press("Enter");
    await answer(page).waitFor();
    expect(await answer(page).innerText()).toContain("Thank you");
    expect(await page.getByRole("form", { name: "This is wrong" }).count()).toBe(0);
    await showAs(page, "Discord");
    expect(await answer(page).innerText()).toContain("Thank you");
    await askFor(page, "/search");
    await page.getByRole("form", { name: "Search the desk" }).waitFor();
    expect(await page.evaluate(NAMELESS)).toEqual([]);
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByRole("form").count()).toBe(0);
  });

  test("says how many files are in quarantine, as soon as there is one", async () => {
    const page = await open();
    const line = page.locator("#quarantine");
    expect(await line.isHidden()).toBe(true);
    newsroom.quarantine(3);
    preview.changed();
    await line.waitFor();
    expect(await line.innerText()).toBe("3 in quarantine: /status says which");
  });

  test("shows another channel at its own address, in its own time zone", async () => {
    newsroom.add("business-and-science", sampleEdition(NOW, { ids: ["vd91k2"] }));
    const page = await open({}, "/#/business-and-science");
    const edition = page.getByRole("article");
    expect(await edition.innerText()).toContain("Velmark central bank");
    expect(await edition.locator("time").innerText()).toBe("23:05");
    await page.getByRole("link", { name: "front-page" }).click();
    await page.getByRole("heading", { level: 1, name: "#front-page" }).waitFor();
    expect(page.url()).toBe(`${url}/#/front-page`);
  });

  test("shows editions as a sheet of its own, as Slack or as Discord does, and remembers which", async () => {
    const page = await open();
    const sheet = page.locator(".p-part:has(.p-title)").first();
    expect(await sheet.innerText()).toMatch(
      /^Front page\s+Sunday 22 November, 18:05 · \d+ articles/,
    );
    await showAs(page, "Slack");
    expect(await page.locator(".s-header").first().innerText()).toContain("Front page");
    await showAs(page, "Discord");
    expect(await page.locator(".s-message").count()).toBe(0);
    const heading = page.locator(".d-container .d-heading-1").first();
    expect(await heading.innerText()).toContain("Front page");
    await page.reload();
    await page.locator(".d-container").first().waitFor();
    expect(await page.getByRole("radio", { name: "Discord" }).isChecked()).toBe(true);
  });

  test("shows a new edition by itself when it is posted, and says so", async () => {
    const page = await open();
    newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: ["vd91k2"] }));
    const { message } = sampleEdition(NOW + HOUR, { ids: ["vd91k2"] });
    await preview.courier.post({ address: "front-page", message, key: "k1p1", again: false });
    await page.locator("article.is-new").waitFor();
    expect(await page.getByRole("article").count()).toBe(3);
    expect(await page.getByRole("article").first().innerText()).toContain("Velmark central bank");
    expect(await page.getByRole("status").innerText()).toContain("New edition");
  });

  test("says of an edition that it is on its way, until it is posted", async () => {
    const slot = NOW + HOUR;
    const posted = sampleEdition(slot, { ids: ["vd91k2"] });
    let shown: ShownEdition = { ...posted, postedAt: null };
    const board = { ...newsroom.board, editions: async () => [shown] };
    await preview.stop();
    preview = createPreview({ ...newsroom, port: 0, board });
    ({ url } = await preview.start());
    const page = await open();
    await page.getByText("On its way…").waitFor();
    shown = posted;
    preview.changed();
    await page.getByText("On its way…").waitFor({ state: "detached" });
    expect(await page.locator("article.is-new").count()).toBe(0);
  });

  test("marks another channel that has something new", async () => {
    const page = await open();
    newsroom.add("business-and-science", sampleEdition(NOW, { ids: ["vd91k2"] }));
    preview.changed();
    const link = page.getByRole("link", { name: "business-and-science" });
    await link.getByText("New", { exact: true }).waitFor();
    await link.click();
    await link.getByText("New", { exact: true }).waitFor({ state: "detached" });
  });

  const ANSWERS = [
    ["/brief harbour", "Inspectors found a crack of 14 millimetres"],
    ["/quotes about:velmark", "“Rents are the last fire in the building”"],
    ["/facts wolverines", "Two wolverines were filmed"],
    ["/search rents", "Velmark central bank holds rate"],
    ["/digest front-page", "Harbour bridge to close"],
    ["/help", "/search words"],
    ["/bref", "Did you mean /brief"],
  ] as const;
  test("answers commands, to the asker alone", async () => {
    const page = await open();
    for (const [line, words] of ANSWERS) {
      await showAs(page, "Paper");
      await askFor(page, line);
      await answer(page).getByText(words).first().waitFor();
      expect(await page.locator(".answer").innerText()).toContain("Only visible to you");
      await showAs(page, "Discord");
      await page.locator(".answer .d-message").getByText(words).first().waitFor();
      expect(await page.locator(".answer").innerText()).toContain("Only you can see this");
      await page.getByRole("button", { name: "Dismiss" }).click();
      await page.getByText("Everything that readers can ask").waitFor();
    }
  });

  test.each(FACES)("a button of a message asks its question, as %s shows it", async (face) => {
    const page = await open();
    await showAs(page, face);
    await page.getByRole("article").first().getByRole("button", { name: "More" }).nth(2).click();
    await answer(page).getByText("Two of nine members voted").waitFor();
    await answer(page).getByRole("button", { name: "Quotes (2)" }).click();
    await answer(page).getByText("“When?”").waitFor();
    const original = answer(page).getByRole("link", { name: "Original" });
    expect(await original.getAttribute("href")).toBe("https://tideline.example/velmark-rate");
    expect(await original.getAttribute("rel")).toBe("noopener noreferrer");
  });

  test("completes commands and headlines from the keyboard alone", async () => {
    const page = await open();
    const box = page.getByRole("combobox", { name: "Command" });
    await page.keyboard.press("/");
    expect(await box.inputValue()).toBe("/");
    await page.getByRole("option").nth(5).waitFor();
    await page.keyboard.type("br");
    await page.getByRole("option", { name: "/quotes" }).waitFor({ state: "detached" });
    await page.keyboard.press("Tab");
    expect(await box.inputValue()).toBe("/brief ");
    await page.keyboard.type("wolv");
    await page.getByRole("option", { name: "Wolverines" }).waitFor();
    await page.getByRole("option", { name: "Harbour" }).waitFor({ state: "detached" });
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).innerText()).toContain("Wolverines");
    await page.keyboard.press("Enter");
    await answer(page).getByText("Two wolverines were filmed").waitFor();
    expect(await page.locator(".asked").innerText()).toContain("/brief Wolverines seen");
    await page.keyboard.press("ArrowUp");
    expect(await box.inputValue()).toBe("/brief ws44n8");
  });

  test.each(FACES)("text that would be markup stays text, as %s shows it", async (face) => {
    newsroom.add("front-page", sampleEdition(NOW + HOUR, { hostile: true }));
    const page = await open();
    await showAs(page, face);
    const hostile = page.getByRole("article").first();
    // Slack's word joiners and Discord's closing of "\u202e" are not seen: without them the words are the article's.
    const text = (await hostile.innerText()).replace(/[\u2060\u202b\u202c]/g, "");
    expect(text.split(HOSTILE.replaceAll("  ", " ").slice(0, 80)).length - 1).toBeGreaterThan(2);
    expect(await hostile.locator("script, img:not(.avatar), a, code, em, iframe").count()).toBe(0);
    await askFor(page, `/search ${HOSTILE}`);
    await answer(page).getByText("Nothing found for").waitFor();
    expect(await page.locator(".asked").innerText()).toContain("<script>alert(2)</script>");
  });

  test.each(FACES)("text from right to left stands right, as %s shows it", async (face) => {
    newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: ["rt08ar"] }));
    const page = await open();
    await showAs(page, face);
    for (const part of ["article li", "article ul", "article blockquote"]) {
      expect(await page.evaluate(styleOf(part, "direction"))).toBe("rtl");
    }
  });

  test.each(FACES)("a thread is folded until it is asked for, as %s shows it", async (face) => {
    const reply = sampleEdition(NOW, { ids: ["ws44n8"] }).message;
    const posted = sampleEdition(NOW + HOUR, { ids: ["vd91k2"] });
    newsroom.add("front-page", { ...posted, replies: [reply] });
    const page = await open();
    await showAs(page, face);
    const [thread, words] = [
      page.locator("summary"),
      page.locator(".thread").getByText("Wolverines seen"),
    ];
    expect(await words.isVisible()).toBe(false);
    await thread.focus();
    await page.keyboard.press("Enter");
    await words.waitFor();
    await page.locator(".thread").getByRole("button", { name: "More" }).click();
    await answer(page).getByText("“I watched it eleven times").waitFor();
  });

  test("what is said of an article after it was posted stands apart from its words", async () => {
    const posted = sampleEdition(NOW + HOUR, { ids: ["vd91k2", "ws44n8"] });
    const [rate, wolverines] = [filedSample("vd91k2"), filedSample("ws44n8")];
    const moment = { at: NOW, timeZone: "Europe/London" };
    const room = { fits: () => true };
    const change = { kind: "correction", details: ["rate 3% → 3.25%"], note: null } as const;
    const amended = { ...moment, filed: rate, change, headline: rate.brief.headline };
    const { message } = withdrawMessage(
      amendMessage(posted.message, amended, room),
      { ...moment, posted: wolverines, how: "killed" },
      room,
    );
    newsroom.add("front-page", { ...posted, message });
    const page = await open();
    const [corrected, killed] = [page.locator(".is-amended"), page.locator(".is-withdrawn")];
    expect(await corrected.innerText()).toBe("Corrected 18:05 GMT: rate 3% → 3.25%");
    expect(await killed.first().innerText()).toBe(
      `KILLED 18:05 GMT – do not use: “${wolverines.brief.headline}” (id ws44n8)`,
    );
  });

  test("the messages of one edition follow their sender, who is shown once", async () => {
    for (const id of ["ws44n8", "vd91k2"]) {
      newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: [id] }));
    }
    const page = await open();
    await showAs(page, "Slack");
    const senders = page.locator("article .author");
    expect(await senders.nth(0).isVisible()).toBe(true);
    expect(await senders.nth(1).isVisible()).toBe(false);
    expect(await senders.nth(2).isVisible()).toBe(true);
  });

  test("says when the bot is gone, and comes back by itself", async () => {
    const page = await open();
    await page.getByText("Live", { exact: true }).waitFor();
    await preview.stop();
    await page.getByRole("alert").getByText("Disconnected").waitFor();
    await askFor(page, "/help");
    await page.getByText("Copydesk cannot be reached").waitFor();
    newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: ["vd91k2"] }));
    preview = createPreview({ ...newsroom, port: Number(new URL(url).port) });
    await preview.start();
    await page.locator("article").nth(2).waitFor({ timeout: 20_000 });
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await page.locator("#banner").isVisible()).toBe(false);
    complaints = complaints.filter((text) => !text.includes("net::ERR_"));
  });

  test("helps where there is nothing yet", async () => {
    const page = await open({}, "/#/business-and-science");
    const empty = page.locator("#timeline");
    expect(await empty.innerText()).toContain("Nothing posted here yet");
    expect(await empty.innerText()).toContain("Drop a file into articles/");
  });

  test("follows the machine's colours until the reader chooses", async () => {
    const page = await open({ colorScheme: "dark" });
    const ground = () => page.evaluate<string>(styleOf(".stage", "background-color"));
    const dark = await ground();
    await page.getByRole("button", { name: "Switch to light colours" }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await ground()).toBe(light);
    await page.getByRole("button", { name: "Switch to dark colours" }).click();
    expect(await ground()).toBe(dark);
  });

  test("a suggestion that is taken back halfway is no answer", async () => {
    const page = await open();
    await page.evaluate(HALF_ANSWERED);
    const box = page.getByRole("combobox");
    await box.fill("/brief h");
    await expect.poll(() => page.evaluate("window.asked"), { timeout: 20_000 }).toBe(1);
    await box.fill("/brief ha");
    await expect.poll(() => page.evaluate("window.asked"), { timeout: 20_000 }).toBe(2);
    await box.press("Enter");
    await answer(page).waitFor();
  });

  test("fits screens from 320 to 1440 pixels wide", async () => {
    newsroom.add("front-page", sampleEdition(NOW + HOUR, { hostile: true }));
    newsroom.add("business-and-science", sampleEdition(NOW, { ids: ["vd91k2"] }));
    const page = await open();
    for (const face of FACES) {
      await showAs(page, face);
      await askFor(page, "/brief harbour");
      await answer(page).getByText("Key facts").first().waitFor();
      for (const width of [320, 390, 768, 1024, 1440]) {
        await page.setViewportSize({ width, height: 700 });
        const wide = await page.evaluate<string[]>(TOO_WIDE);
        expect(wide, `${face}, ${width} pixels wide`).toEqual([]);
      }
    }
  });

  test("on a phone the channels come in from the side", async () => {
    const page = await open({ viewport: { width: 390, height: 844 } });
    const link = page.getByRole("link", { name: "business-and-science" });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Show the list of channels" }).click();
    await link.click();
    await page.getByRole("heading", { level: 1, name: "#business-and-science" }).waitFor();
    await link.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Show the list of channels" }).click();
    await page.keyboard.press("Escape");
    await link.waitFor({ state: "hidden" });
  });

  test("shows earlier editions when asked", async () => {
    for (let hour = 1; hour <= 12; hour += 1) {
      newsroom.add("front-page", sampleEdition(NOW + hour * HOUR, { ids: ["vd91k2"] }));
    }
    const page = await open();
    expect(await page.getByRole("article").count()).toBe(10);
    await page.getByRole("button", { name: "Show earlier editions" }).click();
    await page.getByRole("article").nth(13).waitFor();
    expect(await page.getByRole("button", { name: "Show earlier editions" }).count()).toBe(0);
  });

  test("every control has a name, and every name is its own", async () => {
    const page = await open();
    await askFor(page, "/brief harbour");
    await answer(page).getByText("Key facts").first().waitFor();
    const nameless = await page.evaluate<string[]>(NAMELESS);
    expect(nameless).toEqual([]);
    const ids = await page.evaluate<string[]>(IDS);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
