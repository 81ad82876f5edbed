import type { InChat } from "#core/access/audience.ts";
import type { Role } from "#core/access/role.ts";
import type { PlaceTerms } from "#core/digest/subscription.ts";
import type { Courier } from "#core/outbox/courier.ts";
import type { PlaceList } from "./place-list.ts";

/** How a chat platform is doing, for the terminal and `doctor`. */
export type ServiceState =
  | { readonly kind: "connecting" }
  /** `as`: the name that the bot has there. */
  | { readonly kind: "ready"; readonly as: string }
  /** `reason` names the mend; `retryIn` is in milliseconds. */
  | { readonly kind: "failed"; readonly reason: string; readonly retryIn: number };

/** One thing that `doctor` looked at. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  /** What was seen, and where it is not right, the mend. */
  readonly says: string;
}

/** What channels of the newsroom ask for at an address there: several may go to one. */
export type AskedAt = (address: string) => readonly PlaceTerms[];

/** Somebody of the newsroom's servers or workspaces, as they are at this moment. */
export interface Belonging {
  readonly role: Role;
  /** Where they would ask by a direct message; `foreign`: they are a guest there, and of the outside world. */
  readonly whereabouts: InChat;
}

/** Who reads a place: the newsroom's people alone, or others as well. */
export type PlaceReaders = "own" | "outside";

/** Port: one chat platform, with its courier and its commands. */
export interface ChatService {
  readonly courier: Courier;
  /** Of several processes one alone may be connected: each would be told, and answer, the same. */
  readonly onlyOneConnects: boolean;
  /**
   * Connects, and keeps connected: returns at once, reports every change of state, and tries again
   * with backoff for as long as it fails. A bad token is a failure like any other: it never throws.
   */
  start(report: (state: ServiceState) => void): void;
  /** Finishes the post in flight, answers no more commands, closes. */
  stop(): Promise<void>;
  /**
   * The address of the direct messages with someone, by the platform's own id of them.
   * @throws where they cannot be written to; the message names the mend
   */
  openDirect(user: string): Promise<string>;
  /**
   * What somebody is in the newsroom at this moment, by the platform's own id of them, without their asking anything.
   * @returns `gone`: they are deactivated, a bot, or in none of the newsroom's servers and workspaces; `null` where that cannot be
   *   told for sure; it never throws
   */
  roleOf(user: string): Promise<Belonging | "gone" | null>;
  /**
   * Who reads a place at this moment.
   * @returns `null` where that cannot be told for sure; it never throws
   */
  readBy(address: string): Promise<PlaceReaders | null>;
  /**
   * Looks at the token, and at the permissions in each channel; posts nothing.
   * @param askedAt what is asked for at an address; left out: nothing
   */
  check(addresses: readonly string[], askedAt?: AskedAt): Promise<readonly Finding[]>;
  /**
   * The places among which somebody chooses; left out: the platform lists none, and ids are typed.
   * @throws where they cannot be had; the message names the mend
   */
  listPlaces?(): Promise<PlaceList>;
  /** Posts one plain sentence to a channel, at once and beside the outbox: for whoever sets the platform up. Never throws; left out: it cannot. */
  tryPost?(address: string): Promise<Finding>;
  /**
   * The address at which somebody brings the bot into a server, with the rights that it needs; left out: there is none.
   * @throws where it cannot be had
   */
  inviteUrl?(): Promise<string>;
}
