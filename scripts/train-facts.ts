// node scripts/train-facts.ts LABELLED.jsonl   learns the weights of core/brief/judged.ts from articles whose sentences readers labelled
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { learnFacts, lessonsOf, readLabelled, type Tables } from "./fact-lessons.ts";
import { roundedWeights } from "./logistic.ts";

const FILE = join(import.meta.dirname, "../src/core/brief/fact-weights.ts");

function written(tables: Tables, articles: number): string {
  const parts = Object.entries(tables).map(([name, weights]) => {
    const lines = roundedWeights(weights).map(
      ([clue, weight]) => `  ${/^[a-z]+$/u.test(clue) ? clue : JSON.stringify(clue)}: ${weight},`,
    );
    return `export const ${name.toUpperCase()}: Weights = {\n${lines.join("\n")}\n};\n`;
  });
  return [
    `/**\n * Written by scripts/train-facts.ts: what each clue adds, in log-odds. Learnt from ${articles} articles of newspapers,`,
    " * agencies, broadcasters and senders, every sentence of which one reader, a copy chief, had labelled: what it is worth, whose",
    " * view it is, what must stand above it, and whether it belongs in the brief.\n */",
    `type Weights = Readonly<Record<string, number>>;\n\n${parts.join("\n")}`,
  ].join("\n");
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write("usage: node scripts/train-facts.ts LABELLED.jsonl\n");
  process.exitCode = 2;
} else {
  const articles = readLabelled(path);
  const text = written(learnFacts(articles.map(lessonsOf)), articles.length);
  writeFileSync(FILE, text);
  process.stdout.write(`${articles.length} articles, ${text.length} bytes in ${FILE}\n`);
}
