import { describe, expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const names = (body: string) => whoSaid(body).map(([, name]) => name);

const LED =
  "The secretary of the ferry union, Otto Brandt, said the piers must be mended first.\n\n" +
  "“We asked the harbour office for the figures of last winter,” he said.\n\n";

describe("words over paragraphs", () => {
  test("are one paragraph for the pronoun that ends them", () => {
    const run =
      "“As owners of nine ferries we can say that the piers are rotten, every one of them.\n\n" +
      "“The new landing was promised for two years and never built by anybody at all.\n\n" +
      "“If the office sends us its bills again, no ferry will sail tomorrow,” he added.";
    expect(names(LED + run)).toEqual(Array(4).fill("Otto Brandt"));
  });

  test("are not his who spoke before, where another man stands between", () => {
    const run =
      "Victor Hale, the harbour master, read the letter, and so did Simon Orr.\n\n" +
      "“As owners of nine ferries we can say that the piers are rotten, every one of them.\n\n" +
      "“If the office sends us its bills again, no ferry will sail tomorrow,” he added.";
    expect(names(LED + run).slice(1)).not.toContain("Otto Brandt");
  });

  test("are not his who spoke before, where she ends them", () => {
    const run =
      "“As owners of nine ferries we can say that the piers are rotten, every one of them.\n\n" +
      "“If the office sends us its bills again, no ferry will sail tomorrow,” she added.";
    expect(names(LED + run).slice(1)).toEqual([null, null]);
  });

  const cut = (line: string) =>
    "“Everyone should have bread that they can pay for, and nobody should have to queue.\n\n" +
    "“One child in five goes without fruit, and the schools know it.\n\n" +
    `${line}\n\n` +
    "“There are two ways to mend it, and the first is the cheaper one by far.\n\n" +
    "“The mills must open their books to the town,” says Ida Quarles, who speaks for the bakers.";

  test("go on over a label of the page", () => {
    expect(names(cut("The harbour at night"))).toEqual(Array(4).fill("Ida Quarles"));
  });

  test("do not go on over a sentence", () => {
    expect(names(cut("The queue outside the bakery was long on Monday."))[0]).toBeNull();
  });

  const broken = (rest: string) =>
    "“The fair is worth the trip for any trader of the coast,” Ida Quarles said.\n\n" +
    `“We are proud to welcome ninety traders to the quay, of cloth and rope, and the best of the coast, among them Brandt,${rest}\n\n` +
    "“The fair will carry the trade of the whole coast through the winter.”";

  test("go on over a line that the copy broke", () => {
    expect(names(broken("\n\nOrva Nails, Sund Lamps and the Oil House.")).at(-1)).toBe(
      "Ida Quarles",
    );
  });

  test("do not go on over a line with somebody else's words in it", () => {
    const other = "\n\n“Nails too,” said Peter Voss of the smithy, who sells them.";
    expect(names(broken(other)).at(-1)).not.toBe("Ida Quarles");
  });
});
