import type { PlacesReading } from "#desk/places.ts";
import type { ChannelDesk } from "#desk/setup/channel-desk.ts";

/** What sets the desk up, as the page asks it. */
export interface SetupBoard {
  readonly channels: ChannelDesk;
  readonly places: (platform: string) => Promise<PlacesReading>;
  /** The platforms on which a channel can be ordered. */
  readonly platforms: readonly ShownPlatform[];
}

export interface ShownPlatform {
  readonly name: string;
  readonly label: string;
  /** It has a token. */
  readonly isSet: boolean;
  /** A channel's id there, as it is typed. */
  readonly example: string;
  /** Channels there may be forums. */
  readonly forums: boolean;
}
