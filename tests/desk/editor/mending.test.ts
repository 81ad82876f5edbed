import { describe, expect, test } from "vitest";
import type { Mending } from "#core/article/mending.ts";
import type { Brief } from "#core/brief/brief.ts";
import { wordsAt } from "#core/brief/mendable.ts";
import { proveBrief } from "#core/brief/proof.ts";
import { createMendDesk } from "#desk/editor/mending.ts";
import { COPY, ID, postedNewsroom, SAID } from "./mend-newsroom.ts";

const BY = { id: "slack:U0001", name: "Ines" };

async function posted() {
  const newsroom = await postedNewsroom();
  const { archive, clock, transaction, corrections } = newsroom;
  const chase = async () => {
    await corrections.chase();
  };
  const desk = createMendDesk({ archive, clock, store: { transaction }, chase });
  const mend = async (...list: readonly Mending[]) =>
    desk.mend({ id: ID, by: BY, revision: null, list: () => list });
  return { ...newsroom, mender: desk, mend };
}

function quoteIn(
  { body, quotes }: Brief,
  text: string,
): { readonly at: ReturnType<typeof wordsAt> } {
  const quote = quotes.find((one) => one.text === text) ?? expect.unreachable(text);
  return { at: wordsAt(body, quote) };
}

describe("an editor who mends a brief", () => {
  test("takes a quote back: posts follow, the thread says it plainly, and the audit has it", async () => {
    const { mend, filed, shown, line } = await posted();
    const before = await filed();
    expect((await shown()).text).toContain(SAID);
    const outcome = await mend({ kind: "strike-quote", ...quoteIn(before.brief, SAID) });
    expect(outcome).toMatchObject({ kind: "mended" });
    const after = await filed();
    expect(after.article).toMatchObject({ revision: 2, body: before.article.body });
    expect(proveBrief(after.brief, after.article)).toEqual([]);
    const { text, thread } = await shown();
    expect(text).not.toContain(SAID);
    expect(text).toContain("Corrected by the desk 06:20 UTC: a quote of Joss Harrow is taken back");
    expect(thread).toEqual([
      "Corrected by the desk 06:20 UTC: a quote of Joss Harrow is taken back — Harbour bridge reopens after six years",
    ]);
    expect(await line("audit")).toContain(
      `Ines mended “Harbour bridge reopens after six years” (${ID}): struck a quote “${SAID}” (slack:U0001)`,
    );
    expect(await line(`quotes ${ID}`)).not.toContain(SAID);
    expect(await line(`why ${ID}`)).toContain("Its brief was mended by Ines");
    expect(await line(`brief ${ID}`)).toContain("Brief corrected by the desk");
  });

  test("takes it back: the post says that it stands after all, and the brief is as it was written", async () => {
    const { mend, filed, shown } = await posted();
    const before = await filed();
    await mend({ kind: "strike-quote", ...quoteIn(before.brief, SAID) });
    expect(await mend()).toMatchObject({
      ...{ kind: "mended", did: [`took back: struck a quote “${SAID}”`] },
    });
    const after = await filed();
    expect(after.brief).toEqual(before.brief);
    expect(after.article.mendings).toBeUndefined();
    expect((await shown()).thread.at(-1)).toContain("a quote of Joss Harrow stands after all");
  });

  test("says whose a quote is, and whose it is not", async () => {
    const { mend, mender, filed, shown } = await posted();
    const { brief } = await filed();
    const speaker = (await mender.look(ID))?.choices.speakers.find(
      ({ name }) => name === "Mira Solen",
    );
    await mend({
      kind: "speaker",
      ...quoteIn(brief, SAID),
      speaker: speaker ?? expect.unreachable(),
    });
    const { text, thread } = await shown();
    expect(text).toContain(`“${SAID}” Mira Solen, chief engineer of the port`);
    expect(thread[0]).toContain("a quote is Mira Solen’s, not Joss Harrow’s");
  });

  test("adds what nobody had read without a word in the thread", async () => {
    const { mend, mender, filed, shown } = await posted();
    const { brief } = await filed();
    const paid = (await mender.look(ID))?.choices.sentences.find(({ text }) =>
      text.includes("3.2 million"),
    );
    const strike: Mending = {
      kind: "strike-fact",
      at: wordsAt(brief.body, brief.facts[2] ?? expect.unreachable()),
    };
    await mend(strike);
    expect((await shown()).thread).toHaveLength(1);
    await mend(strike, { kind: "use", at: paid ?? expect.unreachable() });
    const { text, thread } = await shown();
    expect(text).toContain("The authority reportedly paid 3.2 million crowns");
    expect(text).toContain("Corrected by the desk 06:20 UTC: another key fact is told");
    expect(thread).toHaveLength(1);
  });

  test("leaves a post as it is that shows nothing of what was mended", async () => {
    const { mend, filed, shown } = await posted();
    const { brief } = await filed();
    const unprinted = brief.quotes.findIndex((_, index) => !brief.pullQuotes?.includes(index));
    const quote = brief.quotes[unprinted] ?? expect.unreachable();
    const before = await shown();
    await mend({ kind: "strike-quote", at: wordsAt(brief.body, quote) });
    expect(await shown()).toEqual(before);
  });

  test("is no news: no edition carries it again", async () => {
    const { mend, filed, editions, editionDesk, clock } = await posted();
    const { brief } = await filed();
    await mend({
      kind: "strike-fact",
      at: wordsAt(brief.body, brief.facts[0] ?? expect.unreachable()),
    });
    clock.pass(3_600_000);
    await editionDesk.makeDue();
    expect(await editions.issued("front-page@preview:front-page", 9)).toHaveLength(1);
  });

  test("is refused in a sentence, and nothing is filed", async () => {
    const { mend, filed, orders } = await posted();
    const outcome = await mend({ kind: "headline", text: "Bridge falls into the sea" });
    expect(outcome).toEqual({
      kind: "refused",
      faults: ["“Bridge falls into the sea” is no headline that the copy has."],
    });
    expect((await filed()).article.revision).toBe(1);
    expect(await orders.audit(0, 0, 9)).toEqual([]);
  });

  test("is told when somebody else has changed it", async () => {
    const { mend, mender, filed } = await posted();
    const { brief } = await filed();
    const struck = { kind: "strike-quote", ...quoteIn(brief, SAID) } as const;
    await mend(struck);
    const late = { id: ID, by: BY, revision: 1, list: () => [] };
    expect(await mender.mend(late)).toMatchObject({ kind: "stale" });
    const [one, other] = await Promise.all([mend(), mend()]);
    expect([one.kind, other.kind].toSorted()).toEqual(["mended", "stale"]);
  });

  test("is all or nothing, and posts follow at the next round where the bot was killed before they could", async () => {
    const { filed, shown, corrections, archive, clock, transaction, orders } = await posted();
    const { brief } = await filed();
    const strike: Mending = { kind: "strike-quote", ...quoteIn(brief, SAID) };
    const order = { id: ID, by: BY, revision: 1, list: () => [strike] };
    const rest = { archive, clock, chase: async () => undefined };
    const torn = createMendDesk({
      ...rest,
      store: {
        transaction: (work) =>
          transaction(async (tx) => {
            await work(tx);
            throw new RangeError("torn");
          }),
      },
    });
    await expect(torn.mend(order)).rejects.toThrow("torn");
    expect((await filed()).article.revision).toBe(1);
    expect(await orders.audit(0, 0, 9)).toEqual([]);
    const killed = createMendDesk({ ...rest, store: { transaction } });
    expect(await killed.mend(order)).toMatchObject({ kind: "mended" });
    expect((await shown()).text).toContain(SAID);
    await corrections.chase();
    await corrections.chase();
    expect((await shown()).text).not.toContain(SAID);
    expect((await shown()).thread).toHaveLength(1);
  });

  test("mends what is held, which stays held, and is shown mended once it is released", async () => {
    const { mend, filed, shown, line } = await posted();
    const { brief } = await filed();
    await line(`hold ${ID}`);
    await mend({ kind: "strike-quote", ...quoteIn(brief, SAID) });
    expect((await shown()).text).toContain("WITHHELD");
    expect((await shown()).text).not.toContain("Corrected");
    await line(`release ${ID}`);
    const { text } = await shown();
    expect(text).not.toContain(SAID);
    expect(text).toContain("a quote of Joss Harrow is taken back");
  });

  test("mends nothing that is killed", async () => {
    const { mend, line } = await posted();
    await line(`kill ${ID} sure:yes`);
    expect(await mend()).toMatchObject({ kind: "killed" });
  });
});

describe("a later revision of a mended article", () => {
  const LATER = COPY.replace("\n\n“It held", " A band played.\n\n“It held");

  test("is mended too, where the words still stand, and an update of it says nothing that was struck", async () => {
    const { mend, filed, take, shown, line } = await posted();
    const { brief } = await filed();
    await mend({ kind: "strike-quote", ...quoteIn(brief, SAID) });
    await take("bridge.txt", LATER);
    const after = await filed();
    expect(after.article).toMatchObject({ revision: 3, mendings: { by: "Ines" } });
    expect(after.brief.quotes.map(({ text }) => text)).not.toContain(SAID);
    expect((await shown()).text).not.toContain(SAID);
    expect(await line("audit")).not.toContain("brought a new version");
    // The same text once more is no revision, and keeps it as well.
    await take("bridge.txt", `${LATER}\n`);
    expect((await filed()).article.mendings?.list).toHaveLength(1);
  });

  test("names no figure of what was struck among what is new in it", async () => {
    const { mend, mender, filed, take } = await posted();
    const hurt = "Twelve people were hurt in the works, police said.";
    const wrong = "Fifteen people were hurt in the works, police said.";
    await take("bridge.txt", `${COPY}\n\n${hurt}`);
    await take("bridge.txt", `${COPY}\n\n${hurt} ${wrong}`);
    const { article } = await filed();
    expect(article.change?.details.join(" ")).toMatch(/15|Fifteen/u);
    const start = article.body.indexOf(wrong);
    await mend({
      ...{ kind: "strike-fact", at: wordsAt(article.body, { start, end: start + wrong.length }) },
    });
    expect(await mender.look(ID)).not.toBeNull();
    await take("bridge.txt", `${COPY}\n\n${hurt} ${wrong} A band played on the quay at noon.`);
    const { details = [] } = (await filed()).article.change ?? {};
    expect(details.join(" ")).toContain("band");
    expect(details.join(" ")).not.toMatch(/15|Fifteen/u);
  });

  test("drops what stands there no more, and the audit says so", async () => {
    const { mend, filed, take, line } = await posted();
    const { brief } = await filed();
    await mend({ kind: "strike-quote", ...quoteIn(brief, SAID) });
    await take("bridge.txt", LATER.replace("People waited long enough", "We waited for too long"));
    expect((await filed()).article.mendings).toBeUndefined();
    expect(await line("audit")).toContain(
      `bridge.txt brought a new version of “Harbour bridge reopens after six years” (${ID}), which keeps not all that Ines had mended: struck a quote “${SAID}” (its words stand there no more)`,
    );
  });
});
