import { describe, expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { sampleFact, sampleQuote } from "#tests/samples.ts";
import { replyDesk } from "./desk.ts";

const BODY = "The harbour is open. “It held,” said Mira Solen. Ferries wait there.";
const SPEAKER = { name: "Mira Solen", role: null, start: 37, end: 47 };

/** So many articles on the harbour, the newest last; every quote and fact of those says it. */
async function filled(articles: number, saying: readonly number[], terms?: readonly number[]) {
  const desk = await replyDesk();
  for (let at = 0; at < articles; at += 1) {
    const of = {
      ...{
        id: `n${at}n`,
        path: `${at}.txt`,
        title: `Report ${at}.`,
        body: `${"On. ".repeat(300)}${BODY}`,
      },
      published: Date.UTC(2026, 4, 1) + at * 60_000,
      ...(terms?.includes(at) === true && { usageTerms: "Subscribers only" }),
    };
    const text = saying.includes(at) ? `Harbours rest ${at}.` : `Waves rest ${at}.`;
    // Where nothing of the harbour stands near.
    const place = { text, start: 10, end: 20 };
    await desk.file(of, {
      quotes: [sampleQuote({ ...place, speaker: SPEAKER })],
      facts: [sampleFact(place)],
    });
  }
  return desk;
}

/** The articles of an answer, in its order. */
const told = (text: string) =>
  [...text.matchAll(/(?:Harbours|Waves) rest (?<at>\d+)/gu)].map(({ groups }) =>
    Number(groups?.at),
  );
const down = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

describe.each([
  ["quotes about:harbour", "quote", 5],
  ["facts harbour", "key fact", 6],
] as const)("%s", (line, one, size) => {
  test("has first what says it, then the rest under a line that says so, each once on its pages", async () => {
    const saying = [3, 9, 17];
    const desk = await filled(20, saying);
    const seen: number[] = [];
    for (let page = 1; page <= 4; page += 1) {
      const text = await desk.line(`${line} page:${page}`);
      const others = text.indexOf("The following do not say “harbour” themselves");
      if (page === 1) expect(text.indexOf("rest 3.")).toBeLessThan(others);
      expect(others).toBeGreaterThan(0);
      expect(text.includes("Next page")).toBe(seen.length + size < 20);
      seen.push(...told(text));
    }
    const rest = down(19, 0).filter((at) => !saying.includes(at));
    expect(seen).toEqual([...saying.toReversed(), ...rest]);
  });

  test("says plainly where nothing says it", async () => {
    const desk = await filled(7, []);
    const says = `No ${one} says “harbour” itself; these are from articles that do.`;
    expect(await desk.line(line)).toContain(says);
    expect(await desk.line(`${line} page:2`)).toContain(says);
    expect(await (await filled(7, down(6, 0))).line(line)).not.toContain("articles that do");
  });

  test("looks at the articles of eight pages at once, and its pages hang together beyond them", async () => {
    const atOnce = size * 8;
    const total = atOnce + size + 2;
    // One of the newest window, and one of the next.
    const saying = [total - atOnce, 1];
    const desk = await filled(total, saying);
    const seen: number[] = [];
    for (let page = 1; page <= 10; page += 1)
      seen.push(...told(await desk.line(`${line} page:${page}`)));
    const [first = 0] = saying;
    expect(seen).toEqual([
      ...[first, ...down(total - 1, first + 1)],
      ...[1, ...down(first - 1, 2), 0],
    ]);
    expect(await desk.line(`${line} page:11`)).toContain("There is no page 11");
    const none = await filled(total, []);
    const among = `No ${one} in the ${atOnce} articles looked at says “harbour” itself`;
    expect(await none.line(line)).toContain(among);
  });

  test("changes nothing for copy that may not stand where it is asked for", async () => {
    const desk = await filled(12, [2, 4, 6], [4, 11]);
    const [first] = desk.channels;
    if (first !== undefined) desk.channels[0] = { ...first, audience: "public" };
    const inPublic = asked({ channel: "front-page" });
    const seen = [1, 2, 3].map(async (page) =>
      told(await desk.line(`${line} page:${page}`, inPublic)),
    );
    expect((await Promise.all(seen)).flat()).toEqual([6, 2, 10, 9, 8, 7, 5, 3, 1, 0]);
  });
});

test("a question that names who said it says whose quotes do not say it", async () => {
  const desk = await filled(3, []);
  expect(await desk.line("quotes about:harbour speaker:solen")).toContain(
    "No quote by solen says “harbour” itself; these are from articles that do.",
  );
});

test("without a subject quotes are the newest, and nothing is said of any", async () => {
  const desk = await filled(7, [2]);
  const text = await desk.line("quotes solen");
  expect(told(text)).toEqual([6, 5, 4, 3, 2]);
  expect(text).not.toContain("articles that do");
});
