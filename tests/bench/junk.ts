import { createWriteBrief } from "#core/brief/write.ts";
import { generateArticle, random } from "./articles.ts";
import { median, row } from "./report.ts";

const MEGABYTE = 1 << 20;
const ROUNDS = 5;

/** Repeats a text up to a megabyte. */
function fill(text: string): string {
  return text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);
}

function news(): string {
  const next = random(7);
  return fill(`${Array.from({ length: 60 }, () => generateArticle(next, 600)).join("\n\n")}\n\n`);
}

/** A megabyte of each kind, from real-looking copy to what no one would send on purpose. */
const KINDS: Readonly<Record<string, () => string>> = {
  "news of 600-word articles": news,
  "the same in one line": () => news().replace(/\n+/gu, " "),
  "short paragraphs": () => fill("The dam broke.\n\n"),
  "lines of one letter": () => fill("a\n"),
  "items of one letter": () => fill("• a\n"),
  "lines that open a quotation": () => fill("“We\n"),
  "quotations in a row": () => fill("“A,” he said. "),
  "quotation marks": () => fill("“a” "),
  "marks that open and never close": () => fill("“"),
  "brackets within brackets": () => "(".repeat(MEGABYTE / 2) + ")".repeat(MEGABYTE / 2),
  "one word": () => fill("a"),
  "one sentence": () => fill("the man who said that the dam had broken and "),
  "capital words": () => fill("Ab "),
  abbreviations: () => fill("U.S. "),
  "sentences of two letters": () => fill("Aa."),
  digits: () => fill("7"),
  commas: () => fill("a, "),
  "lost marks": () => fill("?a "),
  questions: () => fill("Q: Why?\nA: We went.\n"),
  Chinese: () => fill("王伟说今天下雨。"),
  Arabic: () => fill("قال الوزير إن المطر غزير. "),
  emoji: () => fill("😀"),
  "halves of letters": () => fill("\ud800"),
  "marks of no width": () => fill("\u200b"),
  "white space": () => fill(" \n"),
};

/** Times the brief of a megabyte of each kind: none may take more than a second. */
export async function benchJunk(): Promise<void> {
  const writeBrief = createWriteBrief();
  for (const [name, make] of Object.entries(KINDS)) {
    const body = make();
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      writeBrief({ id: "bench", title: null, body, dateline: null, language: "en" });
      return performance.now() - start;
    });
    row(`a megabyte of ${name} (median, ms)`, median(times));
  }
}
