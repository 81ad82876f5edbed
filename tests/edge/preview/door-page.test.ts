import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { setupNewsroom } from "../../desk/setup/newsroom.ts";
import { type DoorHouse, doorHouse, PASSPHRASE, withRole } from "./door-house.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;
/** Without TLS a page may have a public address on the machine itself alone. */
const LOCAL = { url: "http://localhost:8484" };

describe.skipIf(!found.ok)(`the door of the page${why}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  const homeOf = ({ at }: DoorHouse) => at.replace("127.0.0.1", "localhost");
  async function open(address: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  test("a link asks first, signs in once, and leaves its key nowhere", async () => {
    const house = await doorHouse(LOCAL);
    const key = await house.linkFor();
    const page = await open(`${homeOf(house)}/sign-in#${key}`);
    await page.getByRole("heading", { name: "Sign in as Ines?" }).waitFor();
    expect(page.url()).toBe(`${homeOf(house)}/sign-in`);
    await page.getByRole("button", { name: "Sign in as Ines" }).click();
    await page.getByRole("heading", { level: 1, name: "#front-page" }).waitFor();
    await page.getByRole("button", { name: "Account of Ines" }).click();
    expect(await page.locator("#account-menu").innerText()).toMatch(/Ines\s+Editor\s+Sign out/u);
    // Scripts of the page do not have the cookie either.
    expect(await page.evaluate("document.cookie")).toBe("");
    const again = await open(`${homeOf(house)}/sign-in#${key}`);
    await again.getByRole("alert").getByText("good no more").waitFor();
  });

  test("whoever wanted to see an article comes back to it", async () => {
    const house = await doorHouse({ ...LOCAL, ways: ["passphrase"] });
    const page = await open(`${homeOf(house)}/a/ws44n8`);
    await page.getByLabel("Passphrase").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${homeOf(house)}/a/ws44n8`);
    await page.getByText("There is none.").waitFor();
  });

  test("whoever is led to the sign-in comes back to where they wanted to go", async () => {
    const house = await doorHouse({ ...LOCAL, ways: ["passphrase"] });
    const page = await open(`${homeOf(house)}/#/~channels`);
    await page.getByLabel("Passphrase").fill("not the passphrase");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("That is not the passphrase.").waitFor();
    await page.getByLabel("Passphrase").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Channels" }).waitFor();
    expect(page.url()).toBe(`${homeOf(house)}/#/~channels`);
  });

  test("what somebody was answered is not there for whoever signs in next", async () => {
    const house = await doorHouse(LOCAL);
    const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor()}`);
    await page.getByRole("button", { name: "Sign in as Ines" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.locator("#line").fill("/hold ws44n8");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("hold was given").first().waitFor();
    await page.getByRole("button", { name: "Account of Ines" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.getByRole("heading", { name: "Sign in by a link" }).waitFor();
    expect(await page.evaluate("JSON.stringify(sessionStorage)")).not.toContain("hold");
  });

  test("whoever signs out is told what they would lose, and loses it when they press once more", async () => {
    const house = await doorHouse(LOCAL);
    const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor()}`);
    await page.getByRole("button", { name: "Sign in as Ines" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Paste a text" }).click();
    const dialog = page.getByRole("dialog", { name: "Paste a text" });
    await dialog.getByRole("textbox").fill("Ferry strike ends");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Account of Ines" }).click();
    const out = page.getByRole("button", { name: "Sign out", exact: true });
    await out.click();
    await page.getByRole("alert").getByText("will be lost").waitFor();
    expect(await page.evaluate("JSON.stringify(sessionStorage)")).toContain("Ferry strike");
    await out.click();
    await page.getByRole("heading", { name: "Sign in by a link" }).waitFor();
    expect(await page.evaluate("JSON.stringify(sessionStorage)")).not.toContain("Ferry strike");
  });

  test("what somebody was writing when their sign-in ended is not there for whoever signs in next", async () => {
    const house = await doorHouse(LOCAL);
    const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor()}`);
    const paste = async () => {
      await page.getByText("Live", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Paste a text" }).click();
      return page.getByRole("dialog", { name: "Paste a text" }).getByRole("textbox");
    };
    await page.getByRole("button", { name: "Sign in as Ines" }).click();
    await (await paste()).fill("Ferry strike ends");
    await page.context().clearCookies();
    await page.goto(`${homeOf(house)}/sign-in#${await house.linkFor(withRole("editor"))}`);
    await page.getByRole("button", { name: "Sign in as editor" }).click();
    expect(await (await paste()).inputValue()).toBe("");
    expect(await page.evaluate("JSON.stringify(sessionStorage)")).not.toContain("Ferry strike");
  });

  test("signing out everywhere closes every open page", async () => {
    const house = await doorHouse(LOCAL);
    const pages: Page[] = [];
    for (const _ of ["one", "other"]) {
      const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor()}`);
      await page.getByRole("button", { name: "Sign in as Ines" }).click();
      await page.getByText("Live", { exact: true }).waitFor();
      pages.push(page);
    }
    await pages[0]?.getByRole("button", { name: "Account of Ines" }).click();
    await pages[0]?.getByRole("button", { name: "Sign out everywhere" }).click();
    for (const page of pages) {
      await page.getByRole("heading", { name: "Sign in by a link" }).waitFor();
    }
    await pages[1]?.getByText("/desk signin").waitFor();
  });

  test.each([
    ["reader", false],
    ["editor", true],
  ] as const)("files, texts and the set-up are offered to whoever may bring and make them: %s %s", async (role, isOffered) => {
    const house = await doorHouse(LOCAL);
    const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor(withRole(role))}`);
    await page.getByRole("button", { name: `Sign in as ${role}` }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    for (const offer of [
      page.getByRole("button", { name: "Add files" }),
      page.getByRole("button", { name: "Paste a text" }),
      page.getByRole("tab", { name: "Set-up" }),
    ]) {
      expect(await offer.isVisible()).toBe(isOffered);
    }
  });

  test("who ordered a channel finds its form by its address, and the set-up is not theirs", async () => {
    const room = await setupNewsroom();
    await room.ordered("storm", { slack: "C0042" }, "slack:reader");
    const platforms = [
      { name: "slack", label: "Slack", isSet: true, example: "C0123ABCD", forums: false },
    ];
    const setup = { channels: room.channels, places: room.places, platforms };
    const reader = { role: "reader", whereabouts: OF_THE_NEWSROOM } as const;
    const house = await doorHouse({ ...LOCAL, setup, roleNow: async () => reader });
    const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor(withRole("reader"))}`);
    await page.getByRole("button", { name: "Sign in as reader" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.goto(`${homeOf(house)}/#/~setup/channel/storm`);
    const form = page.getByRole("form", { name: "#storm" });
    await form.getByText("An editor of the newsroom alone sends it").waitFor();
    expect(await form.getByLabel("Slack channel", { exact: true }).isDisabled()).toBe(true);
    await form.getByLabel("Topics").fill("wind");
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Saved #storm" }).waitFor();
    expect(room.entryOf("storm")).toMatchObject({ topics: "wind", slack: "C0042" });
    await page.goto(`${homeOf(house)}/#/~setup`);
    await page.getByText("Set-up is for editors of the newsroom").waitFor();
    expect(await page.getByRole("tab", { name: "Set-up" }).count()).toBe(0);
    expect(await page.locator('#tabs [tabindex="0"]').count()).toBe(1);
  }, 60_000);

  test("the menu is left by Escape, and gives the focus back", async () => {
    const house = await doorHouse(LOCAL);
    const page = await open(`${homeOf(house)}/sign-in#${await house.linkFor()}`);
    await page.getByRole("button", { name: "Sign in as Ines" }).click();
    const button = page.getByRole("button", { name: "Account of Ines" });
    await button.click();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await page.locator("#account-menu").isHidden()).toBe(true);
    expect(await page.evaluate("document.activeElement.ariaLabel")).toBe("Account of Ines");
  });
});
