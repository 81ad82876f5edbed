import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { createWriteBrief } from "#core/brief/write.ts";
import { generateArticle, random } from "./articles.ts";
import { median, row } from "./report.ts";

const ARTICLES = 40;
const WORDS = 600;
const WARM_UP = 5;
const ROUNDS = 15;

/**
 * Times a brief of an article of 600 words against wink-nlp's readDoc alone, turn by turn in the
 * same run, so that a slow minute of the machine falls on both.
 */
export async function benchBrief(): Promise<void> {
  const next = random(600);
  const articles = Array.from({ length: ARTICLES }, () => generateArticle(next, WORDS));
  const writeBrief = createWriteBrief();
  const whole = winkNLP(model);
  const part = winkNLP(model, ["sbd", "pos"]);
  const briefs: number[] = [];
  const reads: number[] = [];
  const partReads: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const body of articles) {
      const brief = timed(() =>
        writeBrief({ id: "bench", title: null, body, dateline: null, language: "en" }),
      );
      const read = timed(() => whole.readDoc(body));
      const partRead = timed(() => part.readDoc(body));
      if (round < WARM_UP) continue;
      briefs.push(brief);
      reads.push(read);
      partReads.push(partRead);
    }
  }
  row("brief of a 600-word article (median, µs)", median(briefs) * 1000);
  row("wink-nlp's readDoc alone (median, µs)", median(reads) * 1000);
  row("the same without entities and sentiment (median, µs)", median(partReads) * 1000);
  row("brief against readDoc (times)", median(briefs) / median(reads));
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
