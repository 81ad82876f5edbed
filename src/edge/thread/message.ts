/** What a thread is started with. */
export interface ThreadData {
  /** The module whose exported functions do the work. */
  readonly module: string;
  /** The name of the function that does a piece of it. */
  readonly work: string;
  /** The name of the one that is awaited before the first piece; `null` for none. */
  readonly warmUp: string | null;
}

/** What a thread answers, with its processor time until then in milliseconds; `null` where the system tells none. */
export type Answer<Result> = { readonly spent: number | null } & (
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "failed"; readonly error: unknown }
);
