import { expect, test } from "vitest";
import type { ShownEdition } from "#edge/preview/board.ts";
import { createPreview } from "#edge/preview/service.ts";
import { NOW, sampleEdition } from "./newsroom.ts";
import { askFor, describePage } from "./page-room.ts";

const HOUR = 3_600_000;

describePage("the page while the bot works", (room) => {
  test("says how many files are in quarantine, as soon as there is one", async () => {
    const page = await room.open();
    const line = page.locator("#quarantine");
    expect(await line.isHidden()).toBe(true);
    room.newsroom.quarantine(3);
    room.preview.changed();
    await line.waitFor();
    expect(await line.innerText()).toBe("3 in quarantine: /status says which");
  });

  test("shows a new edition by itself when it is posted, and says so", async () => {
    const page = await room.open();
    room.newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: ["vd91k2"] }));
    const { message } = sampleEdition(NOW + HOUR, { ids: ["vd91k2"] });
    await room.preview.courier.post({ address: "front-page", message, key: "k1p1", again: false });
    await page.locator("article.is-new").waitFor();
    expect(await page.getByRole("article").count()).toBe(3);
    expect(await page.getByRole("article").first().innerText()).toContain("Velmark central bank");
    expect(await page.getByRole("status").innerText()).toContain("New edition");
  });

  test("says of an edition that it is on its way, until it is posted", async () => {
    const slot = NOW + HOUR;
    const posted = sampleEdition(slot, { ids: ["vd91k2"] });
    let shown: ShownEdition = { ...posted, postedAt: null };
    const board = { ...room.newsroom.board, editions: async () => [shown] };
    await room.preview.stop();
    room.preview = createPreview({ ...room.newsroom, port: 0, board });
    await room.start();
    const page = await room.open();
    await page.getByText("On its way…").waitFor();
    shown = posted;
    room.preview.changed();
    await page.getByText("On its way…").waitFor({ state: "detached" });
    expect(await page.locator("article.is-new").count()).toBe(0);
  });

  test("marks another channel that has something new", async () => {
    const page = await room.open();
    room.newsroom.add("business-and-science", sampleEdition(NOW, { ids: ["vd91k2"] }));
    room.preview.changed();
    const link = page.getByRole("link", { name: "business-and-science" });
    await link.getByText("New", { exact: true }).waitFor();
    await link.click();
    await link.getByText("New", { exact: true }).waitFor({ state: "detached" });
  });

  test("says when the bot is gone, and comes back by itself", async () => {
    const page = await room.open();
    await page.getByText("Live", { exact: true }).waitFor();
    await room.preview.stop();
    await page.getByRole("alert").getByText("Disconnected").waitFor();
    await askFor(page, "/help");
    await page.getByText("Copydesk cannot be reached").waitFor();
    room.newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: ["vd91k2"] }));
    room.preview = createPreview({ ...room.newsroom, port: Number(new URL(room.url).port) });
    await room.start();
    await page.locator("article").nth(2).waitFor({ timeout: 20_000 });
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await page.locator("#banner").isVisible()).toBe(false);
    room.complaints = room.complaints.filter((text) => !text.includes("net::ERR_"));
  });
});
