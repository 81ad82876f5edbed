import { expect, test } from "vitest";
import { createPreview } from "#edge/preview/service.ts";
import { formsNewsroom } from "#tests/form-faults.ts";
import { answer, askFor, describePage, FACES, NAMELESS, showAs } from "./page-room.ts";

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

describePage("asking on the page", (room) => {
  test("a form stays open until nothing in it is at fault, and says each fault at its field", async () => {
    await room.preview.stop();
    const { desk } = await formsNewsroom();
    room.preview = createPreview({ port: 0, ...room.newsroom, frontDesk: desk });
    await room.start();
    const page = await room.open();
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
    const page = await room.open();
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
    const page = await room.open();
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
    const page = await room.open();
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

  test("a suggestion that is taken back halfway is no answer", async () => {
    const page = await room.open();
    await page.evaluate(HALF_ANSWERED);
    const box = page.getByRole("combobox");
    await box.fill("/brief h");
    await expect.poll(() => page.evaluate("window.asked"), { timeout: 20_000 }).toBe(1);
    await box.fill("/brief ha");
    await expect.poll(() => page.evaluate("window.asked"), { timeout: 20_000 }).toBe(2);
    await box.press("Enter");
    await answer(page).waitFor();
  });
});
