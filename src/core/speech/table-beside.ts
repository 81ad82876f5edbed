import type { PlainName } from "./table-name.ts";
import type { Verb } from "./table-verb.ts";

/** The words beside a quotation that say who speaks. */
export interface Beside {
  /** `null` where a verb of speech stands there, but the table does not settle whose it is. */
  readonly name: PlainName | null;
  readonly verb: Verb;
  readonly side: "before" | "behind";
  /** Stands in a sentence with the quotation's words as what is said: "dijo que «…»", "dijo: «…»". */
  readonly tie: "colon" | "link" | "direct";
}
