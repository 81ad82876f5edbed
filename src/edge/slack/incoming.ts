import type { IncomingMessage, ServerResponse } from "node:http";
import type { HTTPReceiver } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";

/**
 * Seconds by which a request's own time may differ from ours, "in order to protect against replay attacks" (Slack docs,
 * "Verifying requests from Slack"). Bolt refuses what is older, and takes what is of any time to come.
 */
const MOST_AHEAD = 5 * 60;

const UNAUTHORISED = 401;

/** Has a receiver refuse requests from the future before it looks at them, and set no cookie that other sites have sent. */
export function guardRequests(receiver: Pick<HTTPReceiver, "requestListener">, log: Log): void {
  const { requestListener } = receiver;
  receiver.requestListener = (request, response) => {
    const ahead = secondsAhead(request, Date.now());
    if (ahead > MOST_AHEAD) {
      const says = `it is ${ahead} s ahead: put the clock of this machine right, if it was Slack's`;
      log.warn("slack request from the future", { says });
      response.writeHead(UNAUTHORISED).end();
      return;
    }
    keepCookiesHere(response);
    requestListener(request, response);
  };
}

/** What has no time, or none that is a number, is refused by Bolt, or is no request that Slack signs. */
function secondsAhead({ headers }: IncomingMessage, now: number): number {
  const at = Number(headers["x-slack-request-timestamp"] ?? 0);
  return Number.isNaN(at) ? 0 : Math.round(at - now / 1_000);
}

/**
 * The SDK sets its cookie without `SameSite`. `Lax` is as strict as the way back from Slack allows, which is a link that
 * somebody follows.
 */
function keepCookiesHere(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    const set = response.getHeader("set-cookie");
    if (set !== undefined) {
      const cookies = (Array.isArray(set) ? set : [String(set)]).map(lax);
      response.setHeader("set-cookie", cookies);
    }
    return Reflect.apply(writeHead, response, given);
  };
}

function lax(cookie: string): string {
  return /;\s*samesite=/iu.test(cookie) ? cookie : `${cookie}; SameSite=Lax`;
}
