import { expect, test } from "vitest";
import type { MenuChoice } from "#core/message/message.ts";
import { DISCORD_BUDGET } from "#edge/discord/render.ts";
import { SLACK_BUDGET } from "#edge/slack/render.ts";
import { asked } from "#tests/asked.ts";
import { COPY, ID, postedNewsroom, SAID } from "./mend-newsroom.ts";

const EDITOR = asked({ role: "editor" });

async function bench() {
  const newsroom = await postedNewsroom();
  const menus = async (ask = `mend ${ID}`) => {
    const { sections } = await newsroom.desk.askLine(ask, EDITOR);
    return new Map(
      sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block): (readonly [string, readonly MenuChoice[]])[] =>
          block.kind === "menu" ? [[block.label, block.choices]] : [],
        ),
    );
  };
  /** What the menu asks whose line begins so. */
  const pick = async (label: string, begins: string, ask?: string) =>
    (await menus(ask)).get(label)?.find((choice) => choice.label.includes(begins))?.ask ??
    expect.unreachable(`${label} ${begins}`);
  return { ...newsroom, menus, pick };
}

test("shows the brief with its parts numbered, and a menu for each thing that can be mended", async () => {
  const { line, menus } = await bench();
  const text = await line("mend harbour bridge");
  expect(text).toContain("f1 The swing bridge across Tarnmouth harbour reopened");
  expect(text).toContain("q2 “People waited long enough for the bridge” — Joss Harrow, Mayor");
  expect([...(await menus()).keys()]).toEqual([
    ...["Strike…", "Another speaker…", "Another key fact…", "Another headline…"],
  ]);
});

test("is one message on both platforms, whose lines both take", async () => {
  const { desk, menus } = await bench();
  const message = await desk.askLine(`mend ${ID}`, EDITOR);
  expect(DISCORD_BUDGET.fits(message)).toBe(true);
  expect(SLACK_BUDGET.fits(message)).toBe(true);
  for (const choices of (await menus()).values()) {
    expect(new Set(choices.map(({ ask }) => ask)).size).toBe(choices.length);
    for (const { ask, label } of choices) {
      expect(ask.length).toBeLessThanOrEqual(75);
      expect(label.length).toBeLessThanOrEqual(75);
    }
  }
});

test("strikes a quote by its menu or its number, says so, and takes it back", async () => {
  const { line, pick, shown, filed } = await bench();
  const strike = await pick("Strike…", SAID);
  expect(await line(strike)).toContain(`Done: struck a quote “${SAID}”.`);
  expect((await shown()).text).not.toContain(SAID);
  expect(await line(`mend ${ID}`)).toContain(`Mended: Ines struck a quote “${SAID}”`);
  await line(await pick("Take back…", "Struck a quote"));
  expect((await filed()).article.mendings).toBeUndefined();
  expect(await line(`mend ${ID} strike:q2`)).toContain(`Done: struck a quote “${SAID}”.`);
  expect(await line(`mend ${ID} undo:all`)).toContain("Done: took back: struck a quote");
});

test("gives a quote to another whom the article names, or to nobody", async () => {
  const { line, pick, filed } = await bench();
  const whose = await pick("Another speaker…", SAID);
  expect(await line(whose)).toContain("Who said it?");
  expect(await line(await pick("Another speaker…", "Mira Solen", whose))).toContain(
    "to Mira Solen",
  );
  expect((await filed()).brief.quotes[1]?.speaker?.role).toBe("chief engineer of the port");
  const again = await pick("Another speaker…", SAID);
  await line(await pick("Another speaker…", "Nobody", again));
  expect((await filed()).brief.quotes[1]?.speaker).toBeNull();
});

test("chooses another sentence and another headline", async () => {
  const { line, pick, filed } = await bench();
  await line(await pick("Another key fact…", "The authority reportedly"));
  await line(await pick("Another headline…", "The swing bridge"));
  const { brief } = await filed();
  expect(brief.facts.at(-1)?.text).toContain("3.2 million");
  expect(brief.headline).toBe(
    "The swing bridge across Tarnmouth harbour reopened to traffic on Friday after six years of repairs",
  );
});

test("a menu that stands since an earlier revision mends nothing", async () => {
  const { line, pick, filed } = await bench();
  const strike = await pick("Strike…", SAID);
  await line(await pick("Another key fact…", "The authority reportedly"));
  expect(await line(strike)).toContain("It has changed since you looked at it");
  expect((await filed()).brief.quotes).toHaveLength(2);
});

test.each([
  ["strike:q9", "The brief has no “q9”: write strike:f1 or strike:q2."],
  ["strike:all", "The brief has no “all”"],
  ["speaker:f1", "The brief has no quote “f1”: write speaker:q1."],
  ["undo:q2", "“q2” was not mended: write undo:all or undo:headline."],
  ["undo:all", "The brief is so already."],
])("says what cannot be read of %s", async (typed, says) => {
  const { line, filed } = await bench();
  expect(await line(`mend ${ID} ${typed}`)).toContain(says);
  expect((await filed()).article.revision).toBe(1);
});

test("is for editors alone, who find it below a brief", async () => {
  const { line, filed } = await bench();
  expect(await line(`mend ${ID} strike:q2`, asked())).toContain("is for editors");
  expect((await filed()).article.revision).toBe(1);
  expect(await line(`brief ${ID}`)).toContain(`[Mend the brief → mend ${ID}]`);
  expect(await line(`brief ${ID}`, asked())).not.toContain("mend");
});

test("of what is held tells editors alone", async () => {
  const { line } = await bench();
  await line(`hold ${ID}`);
  expect(await line("mend harbour bridge")).toContain("f1 The swing bridge");
  expect(await line("mend harbour bridge", asked())).not.toContain("swing");
  await line(`kill ${ID} sure:yes`);
  expect(await line(`mend ${ID}`)).toContain("is killed already");
});

test("knows nothing, by its id either, of copy that is not for whoever reads where it is asked", async () => {
  const { take, line } = await bench();
  const secret = COPY.replace("guid: b1", "guid: b2\nusage: Subscribers only").replace(
    "in 2023",
    "last year",
  );
  await take("secret.txt", secret.replace("Harbour bridge reopens after six years", "A plan"));
  const direct = { kind: "own", channels: [], isDirect: true } as const;
  const told = await line("mend secrettxt", { ...EDITOR, whereabouts: direct });
  expect(told).toContain("q2 “People waited long enough for the bridge”");
  const foreign = { ...EDITOR, whereabouts: { kind: "foreign" } } as const;
  expect(await line("mend secrettxt", foreign)).toBe(
    (await line("mend nobodystxt", foreign)).replace("nobodystxt", "secrettxt"),
  );
});
