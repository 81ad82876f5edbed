import { expect, test } from "vitest";
import { NOW, sampleEdition } from "./newsroom.ts";
import { answer, askFor, describePage, FACES, NAMELESS, showAs, styleOf } from "./page-room.ts";

const HOUR = 3_600_000;
const TOO_WIDE = `[...document.querySelectorAll("body, main, #editions, #desk, #answers, .channels, .channels ul")]
  .filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.id || node.tagName)`;
const IDS = `[...document.querySelectorAll("[id]")].map(({ id }) => id)`;

describePage("the page on every screen", (room) => {
  test("follows the machine's colours until the reader chooses", async () => {
    const page = await room.open({ colorScheme: "dark" });
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

  test("fits screens from 320 to 1440 pixels wide", async () => {
    room.newsroom.add("front-page", sampleEdition(NOW + HOUR, { hostile: true }));
    room.newsroom.add("business-and-science", sampleEdition(NOW, { ids: ["vd91k2"] }));
    const page = await room.open();
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
    const page = await room.open({ viewport: { width: 390, height: 844 } });
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

  test("every control has a name, and every name is its own", async () => {
    const page = await room.open();
    await askFor(page, "/brief harbour");
    await answer(page).getByText("Key facts").first().waitFor();
    const nameless = await page.evaluate<string[]>(NAMELESS);
    expect(nameless).toEqual([]);
    const ids = await page.evaluate<string[]>(IDS);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
