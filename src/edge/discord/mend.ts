import { randomBytes } from "node:crypto";
import type { Form } from "#core/reply/form.ts";

/** Forms that are kept at once; the oldest goes first. Each has five texts of 500 characters at most. */
const MOST_KEPT = 500;
const KEY_BYTES = 6;

/**
 * Keeps what was typed into forms that had faults, until it is mended.
 *
 * A modal closes when it is handed in, and cannot be answered by another one (Discord docs, "Receiving and Responding",
 * Interaction Callback Type: `MODAL` is not there for a `MODAL_SUBMIT`). So the answer has a button that opens the form again.
 * Its `custom_id` has no room for what was typed, which is kept here. It is gone with a restart: the button opens the form as
 * at first then, and what was typed stands in the answer. That itself stays no longer than the asker's client runs.
 */
export interface Mends {
  /** What the button asks, by which its form is found again. */
  keep(form: Form, user: string): string;
  /** The form behind a button as it was typed, for who typed it alone; `null`: it is kept no more. */
  kept(ask: string, user: string): Form | null;
  /** The line that opens such a form as at first; `null` for a line that mends nothing. */
  lineOf(ask: string): string | null;
}

// Reads: mend 0f3a5c6b7d8e wrong a1b2c3
const MEND = /^mend (?<key>[0-9a-f]{12}) (?<line>[\s\S]+)$/u;

export function createMends(): Mends {
  const forms = new Map<string, { readonly form: Form; readonly user: string }>();
  return {
    keep(form, user) {
      const key = randomBytes(KEY_BYTES).toString("hex");
      forms.set(key, { form, user });
      const [oldest] = forms.keys();
      if (forms.size > MOST_KEPT && oldest !== undefined) forms.delete(oldest);
      return `mend ${key} ${[form.name, ...Object.values(form.along ?? {})].join(" ")}`;
    },
    kept(ask, user) {
      const own = forms.get(MEND.exec(ask)?.groups?.key ?? "");
      return own?.user === user ? own.form : null;
    },
    lineOf: (ask) => MEND.exec(ask)?.groups?.line ?? null,
  };
}
