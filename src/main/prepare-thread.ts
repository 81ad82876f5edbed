import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { makeArticle } from "#core/article/make.ts";
import type { Brief } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import type { Filed } from "#core/digest/edition.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Signature } from "#core/story/story.ts";
import type { RawCopy } from "#desk/prepare.ts";
import { languageOf } from "#edge/format/language.ts";
import { plainCopy } from "#edge/format/plain.ts";
import { takeLogIn } from "#edge/store/sqlite/take-log-in.ts";
import { prepareHere } from "./prepare-here.ts";
import { WARM_UP } from "./warm-up.ts";

/** What each thread of a pool runs; `prepare-aside.ts` and `brief.ts` start them. */
const prepare = prepareHere();

/** What is done on another thread than that of the bot. */
export type AsideTask =
  | { readonly kind: "prepare"; readonly file: RawCopy }
  | { readonly kind: "sign"; readonly filed: Filed }
  | { readonly kind: "take-log-in"; readonly file: string };

/** What becomes of it. */
export type AsideResult =
  | { readonly kind: "prepared"; readonly prepared: Awaited<ReturnType<typeof prepare>> }
  | { readonly kind: "signed"; readonly signature: Signature }
  | { readonly kind: "taken-in" };

export async function doAside(task: AsideTask): Promise<AsideResult> {
  switch (task.kind) {
    case "prepare":
      return { kind: "prepared", prepared: await prepare(task.file) };
    case "sign":
      return { kind: "signed", signature: signatureOf(task.filed) };
    case "take-log-in":
      takeLogIn(task.file);
      return { kind: "taken-in" };
  }
}

/** A line of `brief --jsonl`, and when it came. */
export interface PlainText {
  readonly id: string;
  readonly text: string;
  readonly title?: string | null | undefined;
  readonly takenIn: Instant;
}

const writeBrief = createWriteBrief();

/** The brief of a text that is known to be plain. */
export function briefText(text: PlainText): Brief {
  return writeBrief(articleOf(text));
}

/** A line of `stories --jsonl`: `takenIn` is the moment that it states. */
export interface PlainReport extends PlainText {
  readonly source?: string | null | undefined;
}

/** What grouping needs of a text that is known to be plain. */
export function reportText(report: PlainReport): PlainFiling {
  const article = { ...articleOf(report), published: report.takenIn };
  const filed = { ...article, source: report.source ?? article.source };
  return { article: filed, brief: writeBrief(filed) };
}

export interface PlainFiling {
  readonly article: Article;
  readonly brief: Brief;
}

function articleOf({ id, text, title, takenIn }: PlainText): Article {
  const meta = { id, revision: 1, path: id, contentHash: "", takenIn };
  const language = languageOf(null, `${title ?? ""}\n${text}`);
  return makeArticle({ ...plainCopy(text, title ?? null), language }, meta);
}

/** Loads and compiles what most files need, before the time of any counts. */
export async function warmUp(): Promise<void> {
  await prepare(WARM_UP);
}
