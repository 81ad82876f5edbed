/** A place of a platform to which editions could be posted. */
export interface ListedPlace {
  /** As a channel of the config names it. */
  readonly address: string;
  /** As people call it: `#news`. */
  readonly name: string;
  /** What it belongs to, where there are several: a server, a workspace. */
  readonly group: string | null;
  /** Each brief is a post of it. */
  readonly isForum: boolean;
  /** What is missing before the bot may post there, with its mend; `null`: it may. */
  readonly missing: string | null;
}

/** The places of a platform; a platform that has more of them than are looked at says so. */
export interface PlaceList {
  readonly places: readonly ListedPlace[];
  readonly isCut: boolean;
}
