import { type Commitment, CUES, type CueUse } from "./cue-lexicon.ts";

/** Finite in the past or the present, or the participle in -ing: "saying". */
export type CueForm = "past" | "present" | "base" | "participle";

export interface Cue {
  readonly verb: string;
  readonly form: CueForm;
  readonly use: CueUse;
  readonly commitment: Commitment;
}

/** Reads a word, in lower case, as a form of a verb of speech; `null` where it is none. */
export function readCue(lower: string): Cue | null {
  return FORMS.get(lower) ?? null;
}

const FORMS: ReadonlyMap<string, Cue> = new Map(
  CUES.flatMap(({ use, commitment, verbs }) =>
    verbs
      .trim()
      .split(/\s+/u)
      .flatMap((entry) =>
        formsOf(entry).map((form): [string, Cue] => {
          const verb = entry.split("/", 1)[0] ?? entry;
          return [form, { verb, form: formOf(form, verb), use, commitment }];
        }),
      ),
  ),
);

/** All forms of an entry; regular ones are made, the others are listed in the entry. */
function formsOf(entry: string): string[] {
  const listed = entry.split("/");
  const [verb = ""] = listed;
  if (listed.length > 1) return listed;
  const stem = verb.endsWith("e") ? verb.slice(0, -1) : verb;
  const third = /(?:s|x|z|ch|sh)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

function formOf(form: string, verb: string): CueForm {
  if (form === verb) return "base";
  if (form.endsWith("ing")) return "participle";
  return form.endsWith("s") ? "present" : "past";
}
