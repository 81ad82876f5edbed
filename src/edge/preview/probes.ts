import type { IncomingMessage, ServerResponse } from "node:http";
import { isAtLeast } from "#core/access/role.ts";
import type { HealthDesk } from "#desk/health.ts";
import type { Doors } from "./doors.ts";
import { RequestError } from "./error.ts";
import { sendJson } from "./http.ts";

/** The figures of the bot, and who may read them beside admins. */
export interface ScrapeParts {
  readonly contentType: string;
  scrape(): Promise<string>;
  /** Whether what somebody sent is the token; left out: there is none. */
  readonly isToken?: ((typed: string) => boolean) | undefined;
}

/** What is needed to answer programs that watch the bot. */
export interface ProbeParts {
  readonly doors: Pick<Doors, "enter">;
  /** Left out: nobody can tell. */
  readonly health?: Pick<HealthDesk, "readiness"> | undefined;
  /** Left out: there are none. */
  readonly metrics?: ScrapeParts | undefined;
}

type Probe = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * | request | answer |
 * |---|---|
 * | `GET /healthz` | 200 `{ alive: true }`: the event loop answers |
 * | `GET /readyz` | 200 or 503, `{ ready }`; to the machine itself and to admins with `parts`, each `{ ok, says }` |
 * | `GET /metrics` | figures in Prometheus' text form, to whoever sends the token, the machine itself and admins |
 *
 * They are answered before the doors, since whoever probes has no session, and asks by whatever Host leads here. So they tell a
 * stranger yes or no, and nothing else. What they say to those who may see more is asked of the doors.
 *
 * @returns false: something else is asked
 * @throws {RequestError} `wrong-method` or `unknown`
 */
export async function answerProbe(
  path: string,
  parts: ProbeParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const probe = probeAt(path, parts);
  if (probe === null) return false;
  const { method } = request;
  if (method !== "GET" && method !== "HEAD") {
    throw new RequestError("wrong-method", `${method} is not understood here.`);
  }
  await probe(request, response);
  return true;
}

function probeAt(path: string, { doors, health, metrics }: ProbeParts): Probe | null {
  if (path === "/healthz") return async (_, response) => sendJson(response, 200, { alive: true });
  if (path === "/readyz" && health !== undefined) return sendReadiness(health, doors);
  if (path === "/metrics" && metrics !== undefined) return sendMetrics(metrics, doors);
  return null;
}

function sendReadiness(health: Pick<HealthDesk, "readiness">, doors: ProbeParts["doors"]): Probe {
  return async (request, response) => {
    const readiness = await health.readiness();
    const { ready } = readiness;
    const shown = (await mayWatch(doors, request)) ? readiness : { ready };
    sendJson(response, ready ? 200 : 503, shown);
  };
}

function sendMetrics(metrics: ScrapeParts, doors: ProbeParts["doors"]): Probe {
  return async (request, response) => {
    if (!(await mayScrape(metrics, doors, request))) {
      response.setHeader("WWW-Authenticate", "Bearer");
      throw new RequestError("unknown", "The figures are for whoever sends the token.");
    }
    const text = await metrics.scrape();
    response
      .writeHead(200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" })
      .end(text);
  };
}

/** A token that is sent must be right, wherever it comes from: a wrong one is a mistake that somebody should see. */
async function mayScrape(
  { isToken }: ScrapeParts,
  doors: ProbeParts["doors"],
  request: IncomingMessage,
): Promise<boolean> {
  const { authorization } = request.headers;
  if (authorization === undefined) return mayWatch(doors, request);
  const typed = /^bearer +(?<token>\S+)$/iu.exec(authorization)?.groups?.token;
  return typed !== undefined && isToken?.(typed) === true;
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
