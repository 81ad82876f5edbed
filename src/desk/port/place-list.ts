/** A place of a platform to which editions could be posted. */
export interface ListedPlace {
  /** As a channel of the config names it. */
  readonly address: string;
  /** As people call it: `#news`. */
  readonly name: string;
  /** What it belongs to, as people call it, where there are several: a server, a workspace. */
  readonly group: string | null;
  /** The platform's own id of what it belongs to; an empty text for the only one that there is. */
  readonly groupId: string;
  /**
   * Whose people read there, as far as the platform tells: `own`, those of the newsroom's own server or workspace; `foreign`,
   * those of one that is not known to be the newsroom's; `shared`, those of another company as well, also where that is only
   * invited yet.
   */
  readonly readBy: "own" | "foreign" | "shared";
  /** Each brief is a post of it. */
  readonly isForum: boolean;
  /** What is missing before the bot may post there, with its mend; `null`: it may. */
  readonly missing: string | null;
}

/** The places of a platform; a platform that has more of them than are looked at says so. */
export interface PlaceList {
  readonly places: readonly ListedPlace[];
  readonly isCut: boolean;
  /** A channel there can be read by another company's people as well. */
  readonly canBeShared: boolean;
}
