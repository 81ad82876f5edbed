import type { Brief, Fact } from "#core/brief/brief.ts";
import { type Check, wrong } from "./check.ts";
import type { Claim, GoldArticle } from "./gold.ts";
import { isMadeOf, lostOf, tells, untold } from "./metric/facts.ts";
import { illFormed, wronglyReferred } from "./metric/form.ts";

/** Scores the facts of a brief: what they tell, and whether they keep what they must. */
export function measureFacts(article: GoldArticle, brief: Brief): Check[] {
  const missing = new Set(untold(brief, article.facts));
  const got = brief.facts.map(({ text }) => text).join(" | ");
  const told = article.facts.map((words, index): Check => {
    const kind = index === 0 ? "first fact untold" : "fact untold";
    return {
      kind,
      right: !missing.has(index),
      expected: `${index + 1}: ${words.join(" + ")}`,
      got,
    };
  });
  const first = article.facts[0] ?? [];
  const lede: Check = {
    kind: "lede not first",
    right: brief.facts.slice(0, 1).some((fact) => tells(fact, first)),
    ...{ expected: first.join(" + "), got },
  };
  const kept = article.claims.flatMap((claim) =>
    brief.facts.filter((fact) => isMadeOf(fact, claim)).flatMap((fact) => keptOf(fact, claim)),
  );
  const owned = article.ownVoice.flatMap((has) =>
    brief.facts
      .filter((fact) => fact.attribution !== null && isMadeOf(fact, { has }))
      .map((fact) => wrong("owner invented", "nobody", `${fact.text} [${fact.attribution}]`)),
  );
  const form = illFormed(brief).map((what) => wrong("ill-formed fact", "", what));
  const referents = wronglyReferred(brief, article.referents).map(({ fact, label }) =>
    wrong("wrong referent", label.is, fact.text),
  );
  return [...told, lede, ...kept, ...owned, ...form, ...referents];
}

function keptOf(fact: Fact, claim: Claim): Check[] {
  const lost = lostOf(fact, claim);
  const got = `${fact.text} [${fact.attribution ?? "–"}, ${fact.hedge ?? "–"}]`;
  const checks: Check[] = [];
  const { owner, hedge } = claim;
  if (owner !== undefined) {
    checks.push({ kind: "owner lost", right: !lost.includes("owner"), expected: owner, got });
  }
  if (hedge !== undefined) {
    checks.push({ kind: "hedge lost", right: !lost.includes("hedge"), expected: hedge, got });
  }
  return checks;
}
