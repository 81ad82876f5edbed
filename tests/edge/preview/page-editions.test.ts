import { expect, test } from "vitest";
import { amendMessage } from "#core/message/amend.ts";
import { withdrawMessage } from "#core/message/withdraw.ts";
import { filedSample, HOSTILE, NOW, sampleEdition } from "./newsroom.ts";
import { answer, askFor, describePage, FACES, showAs, styleOf } from "./page-room.ts";

const HOUR = 3_600_000;

describePage("editions on the page", (room) => {
  test("shows the channels with their next slot, and the editions newest first", async () => {
    const page = await room.open();
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

  test("shows another channel at its own address, in its own time zone", async () => {
    room.newsroom.add("business-and-science", sampleEdition(NOW, { ids: ["vd91k2"] }));
    const page = await room.open({}, "/#/business-and-science");
    const edition = page.getByRole("article");
    expect(await edition.innerText()).toContain("Velmark central bank");
    expect(await edition.locator("time").innerText()).toBe("23:05");
    await page.getByRole("link", { name: "front-page" }).click();
    await page.getByRole("heading", { level: 1, name: "#front-page" }).waitFor();
    expect(page.url()).toBe(`${room.url}/#/front-page`);
  });

  test("shows editions as a sheet of its own, as Slack or as Discord does, and remembers which", async () => {
    const page = await room.open();
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

  test.each(FACES)("text that would be markup stays text, as %s shows it", async (face) => {
    room.newsroom.add("front-page", sampleEdition(NOW + HOUR, { hostile: true }));
    const page = await room.open();
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
    room.newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: ["rt08ar"] }));
    const page = await room.open();
    await showAs(page, face);
    for (const part of ["article li", "article ul", "article blockquote"]) {
      expect(await page.evaluate(styleOf(part, "direction"))).toBe("rtl");
    }
  });

  test.each(FACES)("a thread is folded until it is asked for, as %s shows it", async (face) => {
    const reply = sampleEdition(NOW, { ids: ["ws44n8"] }).message;
    const posted = sampleEdition(NOW + HOUR, { ids: ["vd91k2"] });
    room.newsroom.add("front-page", { ...posted, replies: [reply] });
    const page = await room.open();
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
    const roomy = { fits: () => true };
    const change = { kind: "correction", details: ["rate 3% → 3.25%"], note: null } as const;
    const amended = { ...moment, filed: rate, change, headline: rate.brief.headline };
    const { message } = withdrawMessage(
      amendMessage(posted.message, amended, roomy),
      { ...moment, posted: wolverines, how: "killed" },
      roomy,
    );
    room.newsroom.add("front-page", { ...posted, message });
    const page = await room.open();
    const [corrected, killed] = [page.locator(".is-amended"), page.locator(".is-withdrawn")];
    expect(await corrected.innerText()).toBe("Corrected 18:05 GMT: rate 3% → 3.25%");
    expect(await killed.first().innerText()).toBe(
      `KILLED 18:05 GMT – do not use: “${wolverines.brief.headline}” (id ws44n8)`,
    );
  });

  test("the messages of one edition follow their sender, who is shown once", async () => {
    for (const id of ["ws44n8", "vd91k2"]) {
      room.newsroom.add("front-page", sampleEdition(NOW + HOUR, { ids: [id] }));
    }
    const page = await room.open();
    await showAs(page, "Slack");
    const senders = page.locator("article .author");
    expect(await senders.nth(0).isVisible()).toBe(true);
    expect(await senders.nth(1).isVisible()).toBe(false);
    expect(await senders.nth(2).isVisible()).toBe(true);
  });

  test("helps where there is nothing yet", async () => {
    const page = await room.open({}, "/#/business-and-science");
    const empty = page.locator("#timeline");
    expect(await empty.innerText()).toContain("Nothing posted here yet");
    expect(await empty.innerText()).toContain("Drop a file into articles/");
  });

  test("shows earlier editions when asked", async () => {
    for (let hour = 1; hour <= 12; hour += 1) {
      room.newsroom.add("front-page", sampleEdition(NOW + hour * HOUR, { ids: ["vd91k2"] }));
    }
    const page = await room.open();
    expect(await page.getByRole("article").count()).toBe(10);
    await page.getByRole("button", { name: "Show earlier editions" }).click();
    await page.getByRole("article").nth(13).waitFor();
    expect(await page.getByRole("button", { name: "Show earlier editions" }).count()).toBe(0);
  });
});
