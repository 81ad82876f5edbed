import type { Brief, Fact } from "#core/brief/brief.ts";
import { inOrder, wordsOf } from "./words.ts";

const REFERENT = /\[(?<words>[^\]]*)\]/gu;

/** What in a brief is not the article's own, for people; empty where all of it is. */
export function notVerbatim(brief: Brief): string[] {
  const { body } = brief;
  const quotes = brief.quotes
    .filter(({ text, start, end }) => text === "" || body.slice(start, end) !== text)
    .map(({ text }) => `quote is not at its offsets: ${text}`);
  const speakers = brief.quotes.flatMap(({ speaker }) =>
    speaker === null || isMention(body, speaker) ? [] : [`no mention of ${speaker.name}`],
  );
  const facts = brief.facts
    .filter((fact) => !isOfItsSentence(body, fact))
    .map(({ text }) => `fact is not of its sentence: ${text}`);
  return [...quotes, ...speakers, ...facts];
}

function isMention(
  body: string,
  { name, start, end }: { name: string; start: number; end: number },
) {
  const within = start >= 0 && start < end && end <= body.length;
  const words = wordsOf(body).map(({ text }) => text);
  return (
    within &&
    inOrder(
      wordsOf(name).map(({ text }) => text),
      words,
    )
  );
}

/** Its words in their order in its sentence; what stands in square brackets, anywhere in the article. */
function isOfItsSentence(body: string, { text, start, end }: Fact): boolean {
  const sentence = body.slice(start, end);
  const whole = wordsOf(body).map((word) => word.text);
  const given = [...text.matchAll(REFERENT)].filter(([bracket]) => !sentence.includes(bracket));
  const own = given.reduce((rest, [bracket]) => rest.replace(bracket, " "), text);
  const words = (of: string) => wordsOf(of).map((word) => word.text);
  return (
    inOrder(words(own), words(sentence)) &&
    given.every((found) => inOrder(words(found.groups?.words ?? ""), whole))
  );
}
