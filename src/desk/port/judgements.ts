import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { ModelErrorCode, Tokens } from "./model.ts";

/** What a model is about to be asked. */
export interface Asking {
  /** Hash of the question and of whom it is put to: the same question is asked once. */
  readonly key: string;
  readonly model: string;
  /** The article that it is about, or the first of them. */
  readonly article: ArticleId;
  readonly at: Instant;
}

/** What has been asked since some moment. */
export interface Spent {
  readonly questions: number;
  readonly tokens: Tokens;
}

/** How a question stands. */
export type Asked =
  /** Nobody has put it: it is ours to put, and noted as put. */
  | { readonly kind: "ours" }
  | { readonly kind: "answered"; readonly text: string }
  /** It was put, and there is no answer: it failed, or another process waits for it. */
  | { readonly kind: "put" }
  | { readonly kind: "over-budget" };

/** What a question came to. */
export type Came =
  | { readonly ok: true; readonly text: string; readonly tokens: Tokens }
  | { readonly ok: false; readonly code: ModelErrorCode };

/** What became of the wish for a second opinion. */
export type Judging =
  /** The brief is by two opinions. */
  | "heeded"
  /** It was posted by the time, or has changed. */
  | "too-late"
  /** What came is no answer. */
  | "nonsense"
  | "no-answer"
  | "over-budget"
  /** More came in than can be asked about. */
  | "crowded";

/** Port: what a language model was asked, and what it answered: numbers, and no word of any article. */
export interface Judgements {
  /**
   * Notes that a question is put, unless it was before, or what was spent since `from` has used a budget up.
   * @param isWithin says whether what was spent leaves room for another question
   */
  put(asking: Asking, from: Instant, isWithin: (spent: Spent) => boolean): Promise<Asked>;
  /** Notes what it came to. */
  note(key: string, came: Came): Promise<void>;
  spent(from: Instant): Promise<Spent>;
}
