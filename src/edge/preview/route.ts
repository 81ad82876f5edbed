import type { IncomingMessage, ServerResponse } from "node:http";
import type { Role } from "#core/access/role.ts";
import type { Language } from "#core/language/language.ts";
import type { FrontDesk, Visitor } from "#core/reply/front-desk.ts";
import type { BoardDesk } from "#desk/board/desk.ts";
import type { MendDesk } from "#desk/editor/mending.ts";
import type { DropDesk } from "#desk/setup/drop.ts";
import type { FirstRun } from "#desk/setup/first-run.ts";
import type { Board, Faces } from "./board.ts";
import type { EventStream } from "./event-stream.ts";
import type { SetupBoard } from "./setup-board.ts";
import type { WaitingBoard } from "./waiting-board.ts";

/** What requests are answered with. */
export interface ApiParts {
  readonly board: Board;
  /** What the tabs show. */
  readonly desk: BoardDesk;
  readonly frontDesk: FrontDesk;
  readonly waiting: WaitingBoard;
  readonly faces: Faces;
  readonly events: EventStream;
  /** Mends briefs by hand. */
  readonly mend: MendDesk;
  /** What is wrong with the machine, as sentences. */
  readonly warnings: () => readonly string[];
  /** The newsroom's, for browsers that name none that there is. */
  readonly language: Language;
  /** Takes what is dropped on the page; left out: nothing is taken. */
  readonly drop?: DropDesk | undefined;
  /** Makes channels in a form; left out: none is made. */
  readonly setup?: SetupBoard | undefined;
  /** Sets platforms up; left out: none is. */
  readonly firstRun?: FirstRun | undefined;
}

/** A request on its way to its answer. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Who asks, and what they may do, found out for this very request. */
  readonly visitor: Visitor;
  /** The hash of the session by which they are signed in; `null` at the machine itself. */
  readonly session: string | null;
  readonly query: URLSearchParams;
  /** What the path holds at its named places, decoded: `channel`, `id`; an empty text where it has none. */
  readonly at: (name: string) => string;
}

/** One thing that the page may ask of the bot. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: RegExp;
  /** The least that somebody must be. */
  readonly least: Role;
  /**
   * It is about one channel, so that whoever edits one may ask it: whether theirs is meant is looked at by what answers, which
   * shows nothing of others. Left out: it is not.
   */
  readonly ofChannel?: boolean;
  readonly handle: (parts: ApiParts, call: Call) => Promise<void>;
}
