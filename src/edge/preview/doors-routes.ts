import { z } from "zod";
import type { Begun, Way } from "#desk/sign-in.ts";
import { type Knock, tooMany } from "./doors.ts";
import { RequestError } from "./error.ts";
import { readJson, sendJson } from "./http.ts";

/** A passphrase has a thousand characters at most. */
const LONGEST_TYPED = 4_000;
const KeyBody = z.strictObject({ key: z.string().max(200) });
const PassphraseBody = z.strictObject({ passphrase: z.string().max(LONGEST_TYPED) });

/** One thing that anybody may ask of the door, whether they are in or not. */
interface DoorRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly handle: (knock: Knock) => Promise<void>;
}

/**
 * | request | answer |
 * |---|---|
 * | `GET /api/me` | `{ id, name, role, edits, signedIn, ways }`: who asks; `null`s for somebody who is not signed in; `edits`: single channels that they edit; `ways`: how one may |
 * | `POST /api/sign-in/look` `{ key }` | `{ name, role }` of whom the link with the key would sign in; it is not used up |
 * | `POST /api/sign-in/link` `{ key }` | `{ name, role }`, and the cookie; the link is used up |
 * | `POST /api/sign-in/passphrase` `{ passphrase }` | the same |
 * | `POST /api/sign-out` | `{}`, in this browser |
 * | `POST /api/sign-out/everywhere` | `{}`, in every browser of theirs |
 */
export const DOOR_ROUTES: readonly DoorRoute[] = [
  { method: "GET", path: "/api/me", handle: showMe },
  { method: "POST", path: "/api/sign-in/look", handle: lookAtLink },
  { method: "POST", path: "/api/sign-in/link", handle: signInByLink },
  { method: "POST", path: "/api/sign-in/passphrase", handle: signInByPassphrase },
  { method: "POST", path: "/api/sign-out", handle: signOut },
  { method: "POST", path: "/api/sign-out/everywhere", handle: signOutEverywhere },
];

/**
 * Answers what is asked of the door.
 * @returns false: it is asked of somebody further in
 * @throws {RequestError} when it cannot be answered
 */
export async function answerAtDoor(path: string, knock: Knock): Promise<boolean> {
  const fitting = DOOR_ROUTES.filter((route) => route.path === path);
  if (fitting.length === 0) return false;
  const { method = "GET" } = knock.request;
  const route = fitting.find((one) => one.method === method);
  if (route === undefined) {
    throw new RequestError("wrong-method", `${method} is not understood here.`);
  }
  await route.handle(knock);
  return true;
}

async function showMe({ doors, entry, response }: Knock): Promise<void> {
  const { id = null, name = null, role = null, edits = [] } = entry.visitor ?? {};
  const signedIn = entry.session !== null;
  sendJson(response, 200, { id, name, role, edits, signedIn, ways: doors.ways });
}

async function lookAtLink(knock: Knock): Promise<void> {
  const { doors, entry, response } = knock;
  const key = await readKey(knock);
  takeOne(knock, "link");
  const asker = await doors.signIn.look(key);
  if (asker === null) throw spent(knock);
  doors.attempts.link.giveBack(entry.address);
  sendJson(response, 200, { name: asker.name, role: asker.role });
}

async function signInByLink(knock: Knock): Promise<void> {
  const { doors, request } = knock;
  const key = await readKey(knock);
  takeOne(knock, "link");
  const begun = await doors.signIn.byLink(key, doors.cookie.read(request.headers));
  if (begun === null) throw spent(knock);
  // Whoever has a link has not guessed it, and the tries of others at their address stay.
  doors.attempts.link.giveBack(knock.entry.address);
  await letIn(knock, begun);
}

async function signInByPassphrase(knock: Knock): Promise<void> {
  const { doors, entry, request, log } = knock;
  const read = PassphraseBody.safeParse(await readJson(request));
  if (!read.success) throw new RequestError("malformed", "Send passphrase.", { cause: read.error });
  if (!doors.ways.includes("passphrase")) {
    throw new RequestError("not-allowed", "Nobody signs in by a passphrase here.");
  }
  takeOne(knock, "passphrase");
  const isRight = await doors.isPassphrase(read.data.passphrase);
  const before = doors.cookie.read(request.headers);
  const begun = isRight ? await doors.signIn.byPassphrase(before) : null;
  if (begun === null) {
    log.warn("sign-in refused", { way: "passphrase", from: entry.address });
    throw new RequestError("not-allowed", "That is not the passphrase.");
  }
  doors.attempts.passphrase.succeeded(entry.address);
  await letIn(knock, begun);
}

/** Who is let in is so by an id that nobody had before, whatever cookie they came with. */
async function letIn(knock: Knock, { id, asker }: Begun): Promise<void> {
  const { doors, response, ended } = knock;
  response.setHeader("Set-Cookie", doors.cookie.set(id));
  // The session that the browser had is over.
  await ended();
  sendJson(response, 200, { name: asker.name, role: asker.role });
}

async function signOut(knock: Knock): Promise<void> {
  const { doors, entry } = knock;
  if (entry.session !== null) await doors.signIn.end(entry.session);
  await goOut(knock);
}

async function signOutEverywhere(knock: Knock): Promise<void> {
  const { doors, entry } = knock;
  const { session, visitor } = entry;
  if (session === null || visitor === null) {
    throw new RequestError("unknown", "Sign in first: nobody else is signed out by you.");
  }
  await doors.signIn.endAll(visitor.id);
  await goOut(knock);
}

async function goOut({ doors, response, ended }: Knock): Promise<void> {
  response.setHeader("Set-Cookie", doors.cookie.clear());
  await ended();
  sendJson(response, 200, {});
}

/** @throws {RequestError} `too-many` */
function takeOne({ doors, entry }: Knock, way: Way): void {
  const wait = doors.attempts[way].take(entry.address);
  if (wait > 0) throw tooMany(wait);
}

async function readKey({ request }: Knock): Promise<string> {
  const read = KeyBody.safeParse(await readJson(request));
  if (read.success) return read.data.key;
  throw new RequestError("malformed", "Send key.", { cause: read.error });
}

function spent({ log, entry }: Knock): RequestError {
  log.warn("sign-in refused", { way: "link", from: entry.address });
  const says =
    "This link is good no more: it was used, ten minutes have passed, or a later one was sent. Ask for a new one.";
  return new RequestError("spent", says);
}
