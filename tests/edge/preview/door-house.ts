import { onTestFinished } from "vitest";
import type { Role } from "#core/access/role.ts";
import type { Asker, Visitor } from "#core/reply/front-desk.ts";
import type { HealthDesk } from "#desk/health.ts";
import type { RoleNow } from "#desk/role-now.ts";
import { createSignInDesk, type SignInDesk, type Way } from "#desk/sign-in.ts";
import type { ScrapeParts } from "#edge/preview/probes.ts";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import type { SetupBoard } from "#edge/preview/setup-board.ts";
import { secrets } from "#edge/secret/secrets.ts";
import { type TestClock, testClock, testStore } from "#tests/desk/fixture.ts";
import { createLogInbox, type LogLine } from "#tests/fake/log.ts";
import { createNewsroom, NOW, sampleEdition } from "./newsroom.ts";
import { type Got, type Sent, send } from "./send.ts";

export const PUBLIC = "https://desk.example.org";
const HOST = "desk.example.org";
export const PASSPHRASE = "four words of brass";
export const INES: Asker = { id: "slack:U1", name: "Ines", role: "editor" };

export const withRole = (role: Role): Asker => ({ id: `slack:${role}`, name: role, role });

interface Given {
  readonly ways?: readonly Way[];
  readonly url?: string | null;
  readonly machineAlone?: boolean;
  readonly roleNow?: RoleNow;
  readonly withEdits?: (visitor: Visitor) => Visitor;
  /** What the passphrase stands for in the environment. */
  readonly mark?: string;
  readonly isPassphrase?: (typed: string) => Promise<boolean>;
  /** Whether the bot does its work; left out: nobody can tell. */
  readonly health?: Pick<HealthDesk, "readiness">;
  /** Its figures; left out: there are none. */
  readonly metrics?: ScrapeParts;
  /** What the page sets the desk up with; left out: nothing. */
  readonly setup?: SetupBoard;
}

/** A page that is reached from elsewhere, behind a proxy with TLS. */
export interface DoorHouse {
  readonly preview: Preview;
  readonly signIn: SignInDesk;
  readonly clock: TestClock;
  /** Where it listens. */
  readonly at: string;
  /** Milliseconds go by of which attempts are counted. */
  wait(milliseconds: number): void;
  readonly logged: () => readonly LogLine[];
  /** As a browser sends it that was led here by the public address; `cookie`: of a session. */
  browse(path: string, sent?: Sent & { readonly cookie?: string | null }): Promise<Got>;
  post(path: string, body?: unknown, cookie?: string | null): Promise<Got>;
  /** Signs somebody in by a link. @returns their cookie */
  enter(asker?: Asker): Promise<string>;
  /** The key of a link's address. */
  linkFor(asker?: Asker): Promise<string>;
}

export async function doorHouse(given: Given = {}): Promise<DoorHouse> {
  const { ways = ["link"], url = PUBLIC, machineAlone = false, mark = "m" } = given;
  const store = await testStore();
  const clock = testClock("2026-11-22T18:05Z");
  const { log, lines } = createLogInbox();
  const admin: Asker = {
    id: "preview:passphrase",
    name: "somebody with the passphrase",
    role: "admin",
  };
  const passphrase = ways.includes("passphrase") ? { asker: admin, mark } : null;
  const parts = { store, clock, secrets, log, passphrase };
  const signIn = createSignInDesk({ ...parts, ...(given.roleNow && { roleNow: given.roleNow }) });
  let milliseconds = 0;
  const newsroom = createNewsroom();
  newsroom.add("front-page", sampleEdition(NOW));
  const preview = createPreview({
    ...{ ...newsroom, port: 0, log, ...(given.setup && { setup: given.setup }) },
    ...(given.health && { health: given.health }),
    ...(given.metrics && { metrics: given.metrics }),
    doors: {
      ...{ machineAlone, ways, signIn, now: () => milliseconds },
      url: url === null ? null : new URL(url),
      ...(given.withEdits && { withEdits: given.withEdits }),
      isPassphrase: given.isPassphrase ?? (async (typed) => typed === PASSPHRASE),
    },
  });
  const { url: at } = await preview.start();
  onTestFinished(() => preview.stop());
  const browse: DoorHouse["browse"] = (path, { cookie = null, headers, ...sent } = {}) =>
    send(`${at}${path}`, {
      ...sent,
      headers: {
        ...{ host: HOST, "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" },
        ...(cookie !== null && { cookie }),
        ...headers,
      },
    });
  const post: DoorHouse["post"] = (path, body = {}, cookie = null) =>
    browse(path, {
      ...{ method: "POST", cookie, body: JSON.stringify(body) },
      headers: { "content-type": "application/json", origin: PUBLIC },
    });
  return {
    ...{ preview, signIn, clock, at, browse, post },
    wait: (more) => {
      milliseconds += more;
    },
    logged: () => lines.all,
    async enter(asker = INES) {
      const key = await signIn.offer(asker);
      return cookieOf(await post("/api/sign-in/link", { key }));
    },
    linkFor: (asker = INES) => signIn.offer(asker),
  };
}

/** What a browser would send from then on. */
export function cookieOf({ headers }: Got): string {
  return headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}
