import { createHmac } from "node:crypto";
import type { Inbox } from "#tests/fake/inbox.ts";
import type { LogLine } from "#tests/fake/log.ts";

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
/** Options of a service in HTTP mode, on any free port. */
export const HTTP = { appToken: null, signingSecret: SECRET, httpPort: 0 };

/** Where it takes Slack's requests. */
export async function listeningAt(lines: Inbox<LogLine>): Promise<string> {
  for (;;) {
    const { event, fields } = await lines.take();
    const at = fields.listening;
    if (event === "slack listens" && typeof at === "object" && at !== null && "port" in at) {
      return `http://127.0.0.1:${at.port}/slack/events`;
    }
  }
}

/** Slack docs, "Verifying requests from Slack": v0, the time and the body, by HMAC-SHA256. */
export async function post(
  url: string,
  body: string,
  {
    secret = SECRET,
    at = Math.floor(Date.now() / 1_000),
    type = "application/x-www-form-urlencoded",
  } = {},
): Promise<number> {
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": `v0=${signature}`,
    },
    body,
  });
  return response.status;
}
