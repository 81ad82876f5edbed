import type { IncomingMessage, ServerResponse } from "node:http";
import { isAtLeast } from "#core/access/role.ts";
import type { HealthDesk } from "#desk/health.ts";
import type { Doors } from "./doors.ts";
import { RequestError } from "./error.ts";
import { sendJson } from "./http.ts";

/** What is needed to answer programs that watch the bot. */
export interface ProbeParts {
  readonly doors: Pick<Doors, "enter">;
  /** Left out: nobody can tell. */
  readonly health?: HealthDesk | undefined;
}

/**
 * | request | answer |
 * |---|---|
 * | `GET /healthz` | 200 `{ alive: true }`: the event loop answers |
 * | `GET /readyz` | 200 or 503, `{ ready }`; to the machine itself and to admins with `parts`, each `{ ok, says }` |
 *
 * They are answered before the doors, since whoever probes has no session, and asks by whatever Host leads here. So they tell a
 * stranger yes or no, and nothing else. What they say to those who may see more is asked of the doors.
 *
 * @returns false: something else is asked
 * @throws {RequestError} `wrong-method`
 */
export async function answerProbe(
  path: string,
  parts: ProbeParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (path !== "/healthz" && (path !== "/readyz" || parts.health === undefined)) return false;
  const { method } = request;
  if (method !== "GET" && method !== "HEAD") {
    throw new RequestError("wrong-method", `${method} is not understood here.`);
  }
  if (parts.health === undefined || path === "/healthz") sendJson(response, 200, { alive: true });
  else await sendReadiness(parts.health, parts.doors, request, response);
  return true;
}

async function sendReadiness(
  health: HealthDesk,
  doors: ProbeParts["doors"],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const readiness = await health.readiness();
  const { ready } = readiness;
  const shown = (await mayWatch(doors, request)) ? readiness : { ready };
  sendJson(response, ready ? 200 : 503, shown);
}

/** Whoever is turned away at the doors, or cannot be looked at there since the store is away, is a stranger. */
async function mayWatch(doors: ProbeParts["doors"], request: IncomingMessage): Promise<boolean> {
  try {
    const { visitor } = await doors.enter(request);
    return visitor !== null && isAtLeast(visitor.role, "admin");
  } catch {
    return false;
  }
}
