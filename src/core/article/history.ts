import type { Article } from "./article.ts";
import type { Change } from "./change.ts";
import { copyVersion, isOfCopy } from "./copy-version.ts";
import type { Instant } from "./instant.ts";
import type { Unkept } from "./mending.ts";

/** What an article's history tells of one of its revisions. */
export interface Step {
  /** Which text of the copy came; `null`: none did, and the text is the one before it. */
  readonly version: number | null;
  /** When the text came in, or the desk did it; `null`: an earlier version of the bot did not note it. */
  readonly at: Instant | null;
  /** Who did it, for the desk alone; `null` for copy, and where a file did it. */
  readonly by: string | null;
  readonly what: "first" | "copy" | "held" | "killed" | "released" | "mended";
  /** `null` for the first. */
  readonly change: Change | null;
  /** What the text did not keep of what editors had mended, for the desk alone; `null`: it kept all. */
  readonly unkept: Unkept | null;
}

/**
 * The revisions of an article as steps, in their order. This is the one place where they are numbered.
 * @param told those that whoever asks may know of
 * @param forDesk the desk counts all texts that came, and is told who did what; readers count those that they may know of
 */
export function historyOf(told: readonly Article[], forDesk: boolean): readonly Step[] {
  let seen = 0;
  return told.map((article, index): Step => {
    const { change } = article;
    const before = told[index - 1];
    if (!isOfCopy(article)) return deskStep(article, forDesk);
    seen += 1;
    const isNew = article.unkept !== undefined && article.unkept.at !== before?.unkept?.at;
    return {
      version: forDesk ? copyVersion(article) : seen,
      ...{ at: article.takenIn, by: null, what: change === null ? "first" : "copy", change },
      unkept: forDesk && isNew ? (article.unkept ?? null) : null,
    };
  });
}

function deskStep(article: Article, forDesk: boolean): Step {
  const { change, mendings, decision } = article;
  const isMended = change?.kind === "mended";
  const made = change?.made ?? (isMended ? mendings : undefined) ?? null;
  const decided = decision?.at === made?.at ? decision?.kind : undefined;
  const what = change?.kind === "kill" ? "killed" : decided === "hold" ? "held" : "released";
  return {
    ...{ version: null, at: made?.at ?? null, by: forDesk ? (made?.by ?? null) : null, change },
    ...{ what: isMended ? "mended" : what, unkept: null },
  };
}

/** What a step is called: `First version`, `Correction`, `Held`. */
export function sayStep({ what, change }: Pick<Step, "what" | "change">): string {
  if (what === "copy") return SAYS[change?.kind ?? "update"];
  return STEPS[what];
}

const STEPS: Readonly<Record<Exclude<Step["what"], "copy">, string>> = {
  ...{ first: "First version", held: "Held", killed: "Killed", released: "Released" },
  mended: "Brief corrected by the desk",
};

const SAYS: Readonly<Record<Change["kind"], string>> = {
  ...{ correction: "Correction", update: "Update", "write-through": "Write-through" },
  ...{ kill: "Killed", restored: "Restored", mended: "Brief corrected by the desk" },
  unchanged: "Another version",
};
