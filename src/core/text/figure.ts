import type { Bound } from "./bound.ts";
import type { Counted } from "./counted.ts";
import type { FigureKind } from "./figure-kind.ts";
import type { Range } from "./text.ts";

/** A number that the article states, read into data, so that what two articles say can be compared. */
export interface Figure extends Range, Counted {
  readonly kind: FigureKind;
  /** As printed, with its currency and its percent: `$4.2bn`. */
  readonly text: string;
  /** In full: 4200000000. Of a range the lower end. */
  readonly value: number;
  /** The upper end of a range: 12 in "10 to 12"; else `null`. */
  readonly upTo: number | null;
  readonly bound: Bound | null;
  /** `percent`, `percentage points`, `degrees`, a currency as printed (`$`, `Rs`, `euros`), or `null` for a count. */
  readonly unit: string | null;
}

/** A number as it was found, with what only its neighbour needs. */
export interface Found extends Figure {
  /** How much its own words of size make of it: 1e6 in "12 million". */
  readonly scale: number;
  readonly isDigits: boolean;
}
