import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { EN } from "#core/language/en.ts";
import type { Language } from "#core/language/language.ts";
import type { Courier } from "#core/outbox/courier.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { BoardDesk } from "#desk/board/desk.ts";
import type { MendDesk } from "#desk/editor/mending.ts";
import type { HealthDesk } from "#desk/health.ts";
import type { Log } from "#desk/port/log.ts";
import type { DropDesk } from "#desk/setup/drop.ts";
import type { FirstRun } from "#desk/setup/first-run.ts";
import { answerApi } from "./api.ts";
import { type Assets, loadAssets } from "./assets.ts";
import type { Board, Faces } from "./board.ts";
import { previewCourier } from "./courier.ts";
import { createDoors, type Doors, type DoorsOptions, THIS_MACHINE_ALONE } from "./doors.ts";
import { answerAtDoor } from "./doors-routes.ts";
import { RequestError } from "./error.ts";
import { createEventStream } from "./event-stream.ts";
import { sendJson, setSafeHeaders } from "./http.ts";
import { listenNear } from "./listen.ts";
import { answerProbe, type ScrapeParts } from "./probes.ts";
import type { ApiParts } from "./route.ts";
import type { SetupBoard } from "./setup-board.ts";
import type { WaitingBoard } from "./waiting-board.ts";

const PAGE_FOLDER = `${import.meta.dirname}/page`;
const LOOPBACK = "127.0.0.1";
/** The page at which somebody signs in. */
const SIGN_IN = "/sign-in";

export interface PreviewOptions {
  /** The port to listen on; 0 for any. */
  readonly port: number;
  /** The address of this machine to listen on; left out: 127.0.0.1. */
  readonly host?: string;
  /** Who may come in from elsewhere; left out: nobody. */
  readonly doors?: DoorsOptions;
  readonly frontDesk: FrontDesk;
  readonly board: Board;
  /** What the tabs show. */
  readonly desk: BoardDesk;
  readonly waiting: WaitingBoard;
  readonly faces: Faces;
  /** Mends briefs by hand. */
  readonly mend: MendDesk;
  readonly log: Log;
  /** What is wrong with the machine, as sentences; left out: nothing is. */
  readonly warnings?: () => readonly string[];
  /** The newsroom's; left out: English. */
  readonly language?: Language;
  /** Takes what is dropped on the page; left out: nothing is taken. */
  readonly drop?: DropDesk;
  /** Makes channels in a form; left out: none is made. */
  readonly setup?: SetupBoard;
  /** Sets platforms up; left out: none is. */
  readonly firstRun?: FirstRun;
  /** Tells programs whether the bot does its work; left out: none is told. */
  readonly health?: Pick<HealthDesk, "readiness">;
  /** Its figures; left out: there are none. */
  readonly metrics?: ScrapeParts;
}

/** The page in the browser: the channel of those who have no tokens. */
export interface Preview {
  /**
   * Serves the page at `port` or, where it is for this machine alone, the next free one.
   * @returns the address that it is at on this machine
   * @throws {PreviewError} when it cannot be served
   */
  start(): Promise<{ readonly url: string }>;
  /** Lets open pages know, and closes; a page that stays open connects again to the next start. */
  stop(): Promise<void>;
  readonly courier: Courier;
  /** Something that the page shows has changed: open pages refresh. */
  changed(): void;
}

export function createPreview(options: PreviewOptions): Preview {
  const {
    host = LOOPBACK,
    port: wanted,
    doors = THIS_MACHINE_ALONE,
    log,
    health,
    metrics,
    ...own
  } = options;
  let server: Server | null = null;
  let edition = "";
  const { roleIn } = doors.signIn;
  const events = createEventStream({ edition: () => edition, roleIn });
  const parts: ApiParts = { warnings: () => [], language: EN, ...own, events };
  const house: House = { parts, doors: createDoors(doors), log, health, metrics };
  return {
    async start() {
      const assets = await loadAssets(PAGE_FOLDER);
      edition = assets.edition;
      server = createServer((request, response) => {
        answer(house, assets, request, response).catch((cause: unknown) =>
          sayWhatIsWrong(cause, request, response, log),
        );
      });
      const exactly = !doors.machineAlone && wanted !== 0;
      const port = await listenNear(server, { host, port: wanted, exactly });
      return { url: `http://127.0.0.1:${port}` };
    },
    async stop() {
      events.close();
      await close(server);
      server = null;
    },
    courier: previewCourier(events.publish),
    changed: events.publish,
  };
}

interface House {
  readonly parts: ApiParts;
  readonly doors: Doors;
  readonly log: Log;
  readonly health: PreviewOptions["health"];
  readonly metrics: ScrapeParts | undefined;
}

async function answer(
  { parts, doors, log, ...probed }: House,
  assets: Assets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  setSafeHeaders(response);
  const url = URL.parse(request.url ?? "/", "http://127.0.0.1");
  if (url !== null && (await answerProbe(url.pathname, { doors, ...probed }, request, response)))
    return;
  const entry = await doors.enter(request);
  if (url === null) throw new RequestError("malformed", "The address cannot be read.");
  if (url.pathname.startsWith("/api/")) {
    const knock = { doors, entry, request, response, log, ended: parts.events.sweep };
    if (await answerAtDoor(url.pathname, knock)) return;
    const { visitor, session } = entry;
    return answerApi(parts, url, visitor, { request, response, session });
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new RequestError("wrong-method", `${request.method} is not understood here.`);
  }
  if (entry.visitor === null && url.pathname !== SIGN_IN && assets.isPage(url.pathname)) {
    // What stands behind a # is kept by the browser, and the sign-in leads back to it, or to the page that is named there.
    const back = url.pathname === "/" ? "" : `#${url.pathname}`;
    response.writeHead(303, { Location: `${SIGN_IN}${back}`, "Cache-Control": "no-store" }).end();
    return;
  }
  assets.send(url.pathname, request, response);
}

/** A reader's mistake is told to the reader; a fault of ours goes to the log, under a name both know. */
function sayWhatIsWrong(
  cause: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): void {
  if (response.headersSent) {
    log.warn("page answer broke off", { path: request.url, error: cause });
    response.destroy();
    return;
  }
  // What is left of a refused body is not read: the connection goes with it.
  if (!request.complete) response.setHeader("Connection", "close");
  if (cause instanceof RequestError) {
    if (cause.retryAfter !== null) response.setHeader("Retry-After", cause.retryAfter);
    sendJson(response, cause.status, { error: cause.message });
    return;
  }
  const trace = randomUUID().slice(0, 8);
  log.error("page request failed", { trace, path: request.url, error: cause });
  const error = `Copydesk could not answer this. Its log says why, under ${trace}.`;
  sendJson(response, 500, { error });
}

async function close(server: Server | null): Promise<void> {
  if (server === null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
