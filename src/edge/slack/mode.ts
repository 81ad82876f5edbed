import type { Finding } from "#desk/port/chat-service.ts";

export interface ModeOptions {
  /** For Socket Mode; `null`: none. */
  readonly appToken: string | null;
  /** For HTTP mode, which takes signed requests only. */
  readonly signingSecret: string | null;
  /** Takes interactions by HTTP on this port and not by Socket Mode. */
  readonly httpPort: number | null;
  /**
   * Where HTTP mode listens. Slack posts to `https:` only and we speak plain HTTP, so something that
   * ends TLS stands before us: on the same machine, unless this says otherwise (`0.0.0.0` in a container).
   */
  readonly httpHost?: string;
}

const NO_APP_TOKEN =
  "it posts and answers no commands: set SLACK_APP_TOKEN (xapp-…, from “Basic Information”, App-Level Tokens) in .env";
const NO_SECRET =
  "it posts and answers no commands: HTTP mode needs SLACK_SIGNING_SECRET (from “Basic Information”) in .env";

/** How commands come in. */
export type Mode =
  | { readonly kind: "socket"; readonly appToken: string }
  | {
      readonly kind: "http";
      readonly port: number;
      readonly host: string;
      readonly signingSecret: string;
    }
  | { readonly kind: "posts-only"; readonly says: string };

export function modeOf(options: ModeOptions): Mode {
  const { appToken, signingSecret, httpPort, httpHost = "127.0.0.1" } = options;
  if (httpPort !== null) {
    return signingSecret === null
      ? { kind: "posts-only", says: NO_SECRET }
      : { kind: "http", port: httpPort, host: httpHost, signingSecret };
  }
  return appToken === null
    ? { kind: "posts-only", says: NO_APP_TOKEN }
    : { kind: "socket", appToken };
}

/** What `doctor` says of commands where no socket is used. */
export function commandsFinding(mode: Mode, installs: boolean): Finding {
  const subject = "Slack commands";
  if (mode.kind === "posts-only") return { subject, ok: false, says: mode.says };
  const further = installs ? "; further workspaces install the app at /slack/install" : "";
  return { subject, ok: true, says: `they come by HTTP, signed${further}` };
}
