import { type IncomingHttpHeaders, request } from "node:http";

export interface Sent {
  readonly method?: string;
  /** Sent as it stands, where `fetch` would tidy it up. */
  readonly path?: string;
  /** `fetch` would not let a Host or an Origin be chosen. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** `null` for a body that is no JSON. */
  readonly json: unknown;
}

/** Sends one request, exactly as it is told. */
export function send(
  url: string,
  { method = "GET", path, headers, body }: Sent = {},
): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  const options = { method, agent: false, ...(path && { path }), ...(headers && { headers }) };
  const outgoing = request(url, options, async (response) => {
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk;
    const { statusCode: status = 0, headers: got } = response;
    resolve({ status, headers: got, text, json: parse(text) });
  });
  outgoing.on("error", reject);
  outgoing.end(body);
  return promise;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
