import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createMendDesk } from "#desk/editor/mending.ts";
import { createPreview } from "#edge/preview/service.ts";
import { findBrowser, launchBrowser } from "../../browser.ts";
import { ID, postedNewsroom, SAID } from "../../desk/editor/mend-newsroom.ts";
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
    await page.getByText(/^Mended by the page/).waitFor();
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

  const SENTENCE =
    "The swing bridge across Tarnmouth harbour reopened to traffic on Friday after six years of repairs";
});
