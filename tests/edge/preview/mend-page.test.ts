import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createMendDesk } from "#desk/editor/mending.ts";
import { createPreview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { COPY, ID, postedNewsroom, SAID } from "../../desk/editor/mend-newsroom.ts";
import { createNewsroom } from "./newsroom.ts";

const found = await findBrowser();
const why = found.ok ? "" : ` (skipped: ${found.reason})`;

describe.skipIf(!found.ok)(`the form in which a brief is mended${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found.ok) browser = await launchBrowser(found.path);
  });
  afterAll(() => browser?.close());

  async function opened() {
    const posted = await postedNewsroom();
    const { archive, clock, transaction, corrections } = posted;
    const chase = async () => {
      await corrections.chase();
    };
    const mend = createMendDesk({ archive, clock, store: { transaction }, chase });
    const preview = createPreview({ ...createNewsroom(), port: 0, mend });
    const { url } = await preview.start();
    const context = await browser.newContext({ viewport: { width: 900, height: 1100 } });
    context.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    onTestFinished(async () => {
      await context.close();
      await preview.stop();
      expect(complaints).toEqual([]);
    });
    await page.goto(url);
    await draw(page);
    return { ...posted, page, desk: mend };
  }

  /** In a place of its own, as a tab or an article's page has it. */
  async function draw(page: Page) {
    // As text: what the test runner makes of an import is nothing to a browser.
    await page.evaluate(`(async () => {
      const { drawMend } = await import("/mend.js");
      const root = document.createElement("div");
      for (const one of document.body.children) one.hidden = true;
      document.body.prepend(root);
      await drawMend(root, { id: "${ID}" });
    })()`);
    await page.getByRole("form", { name: "Mend the brief" }).waitFor();
  }

  test("strikes, chooses and gives a quote to another, each by a control with a name", async () => {
    const { page, filed, shown } = await opened();
    await page.getByRole("checkbox", { name: /^About 12,000 vehicles/ }).uncheck();
    await page.getByText("Other sentences of the article (1)").click();
    await page.getByRole("checkbox", { name: /^The authority reportedly paid/ }).check();
    await page.getByRole("radio", { name: /^The swing bridge across/ }).check();
    const whose = page.getByRole("combobox", { name: "Who said it" }).nth(1);
    await whose.selectOption({ label: "Mira Solen, chief engineer of the port" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(/^Saved: struck a key fact/).waitFor();
    const { brief } = await filed();
    expect(brief.facts.map(({ text }) => text).join(" ")).not.toContain("12,000");
    expect(brief.facts.at(-1)?.text).toContain("3.2 million");
    expect(brief.quotes[1]?.speaker?.name).toBe("Mira Solen");
    expect(brief.headline).toContain("The swing bridge");
    expect((await shown()).text).toContain("a quote is Mira Solen’s, not Joss Harrow’s");
    await page.getByText(/^Mended by somebody at this machine/).waitFor();
    await page.getByRole("button", { name: "As it was written" }).click();
    await page.getByText(/^Saved: took back/).waitFor();
    expect((await filed()).article.mendings).toBeUndefined();
  });

  test("by the keyboard alone strikes a quote, whose speaker nobody can choose then", async () => {
    const { page, filed } = await opened();
    const quote = page.getByRole("checkbox", { name: `“${SAID}”` });
    await quote.focus();
    await page.keyboard.press("Space");
    expect(await page.getByRole("combobox", { name: "Who said it" }).nth(1).isDisabled()).toBe(
      true,
    );
    await page.keyboard.press("Enter");
    await page.getByText(/^Saved: struck a quote/).waitFor();
    expect((await filed()).brief.quotes).toHaveLength(1);
  });

  test("says at once why a brief cannot be mended so, and keeps what was filled in", async () => {
    const { page, desk, filed } = await opened();
    const fact = page.getByRole("checkbox", { name: /^About 12,000 vehicles/ });
    await fact.uncheck();
    await desk.mend({
      ...{ id: ID, by: { id: "slack:U1", name: "Bo" }, revision: null },
      list: () => [{ kind: "headline", text: SENTENCE }],
    });
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByRole("alert")
      .getByText(/^Somebody else, or a new version/)
      .waitFor();
    expect(await fact.isChecked()).toBe(false);
    expect((await filed()).article.mendings?.by).toBe("Bo");
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByText(/^Mended by Bo/).waitFor();
  });

  test("offers what was begun and not saved again, after the page was loaded anew", async () => {
    const { page, filed } = await opened();
    await page.getByRole("checkbox", { name: /^About 12,000 vehicles/ }).uncheck();
    await page.reload();
    await draw(page);
    const fact = page.getByRole("checkbox", { name: /^About 12,000 vehicles/ });
    // Nobody saves by a slip what somebody had begun.
    expect(await fact.isChecked()).toBe(true);
    await page.getByRole("button", { name: "Take it up again" }).click();
    expect(await fact.isChecked()).toBe(false);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(/^Saved: struck a key fact/).waitFor();
    expect((await filed()).article.mendings?.list).toHaveLength(1);
    await page.reload();
    await draw(page);
    expect(await page.getByText("You had begun to mend").count()).toBe(0);
  });

  test("does not take up what was begun in words that are others by now, and says so", async () => {
    const { page, desk } = await opened();
    await page.getByRole("checkbox", { name: /^About 12,000 vehicles/ }).uncheck();
    await desk.mend({
      ...{ id: ID, by: { id: "slack:U1", name: "Bo" }, revision: null },
      list: () => [{ kind: "headline", text: SENTENCE }],
    });
    await page.reload();
    await draw(page);
    await page.getByText("You had begun to mend an earlier version of this").waitFor();
    expect(await page.getByRole("button", { name: "Take it up again" }).count()).toBe(0);
    await page.getByRole("button", { name: "Leave it" }).click();
    expect(await page.getByText("You had begun").count()).toBe(0);
    expect(await page.evaluate("Object.keys(sessionStorage).join()")).not.toContain("mend");
  });

  test("says whose mending a new version could not keep, and what it was", async () => {
    const { page, desk, filed, take } = await opened();
    const { brief } = await filed();
    const quote = brief.quotes.find(({ text }) => text === SAID) ?? expect.unreachable();
    const at = { text: SAID, start: quote.start, end: quote.end };
    await desk.mend({
      ...{ id: ID, by: { id: "slack:U1", name: "Bo" }, revision: null },
      list: () => [{ kind: "strike-quote", at }],
    });
    await take("bridge.txt", COPY.replace("People waited long enough", "We waited for too long"));
    await page.reload();
    await draw(page);
    await page
      .getByText("This was mended by Bo; the new version has other words, so that is not kept:")
      .waitFor();
    await page.getByText(`struck a quote “${SAID}” (its words stand there no more)`).waitFor();
  });

  const SENTENCE =
    "The swing bridge across Tarnmouth harbour reopened to traffic on Friday after six years of repairs";
});
