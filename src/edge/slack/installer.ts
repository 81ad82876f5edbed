import { createHmac, randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { App, HTTPReceiver, webApi } from "@slack/bolt";
import type { Installations } from "#desk/port/installations.ts";
import type { Log } from "#desk/port/log.ts";
import { explain } from "./failure.ts";
import {
  createInstalled,
  type HomeInstallation,
  InstallationError,
  type Installed,
} from "./installed.ts";
import { createOAuthState } from "./oauth-state.ts";
import { SCOPES } from "./scopes.ts";
import { createSeal } from "./seal.ts";

/** By which Slack knows the app when it is installed in further workspaces, and where it may be. */
export interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** 32 characters or more that nobody guesses; seals the tokens in the store. */
  readonly secret: string;
  /** Ids of the workspaces that it may be installed in; any other is refused. */
  readonly allowed: readonly string[];
  readonly installations: Installations;
  /** Takes something on, in whichever process. @returns false where it was taken on before */
  readonly takeOnce: (id: string) => Promise<boolean>;
}

export interface InstallerParts {
  readonly home: HomeInstallation;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
}

export interface Installer {
  readonly installed: Installed;
  /** What makes an HTTP receiver install the app. */
  readonly receiver: Partial<ConstructorParameters<typeof HTTPReceiver>[0]>;
}

/**
 * Installs the app by OAuth 2.0 (Slack docs, "Installing with OAuth"): `/slack/install` begins it and
 * `/slack/oauth_redirect` ends it. Bolt holds the state to a cookie, so that nobody can end
 * what somebody else began; the state is ours, and good once.
 */
export function createInstaller(oauth: OAuthOptions, parts: InstallerParts): Installer {
  const { clientId, clientSecret, secret, allowed, installations, takeOnce } = oauth;
  const { home, clientOptions, log } = parts;
  const seal = createSeal(secret);
  const installed = createInstalled({ installations, seal, allowed, home, now: Date.now });
  const scopes = SCOPES.map(({ scope }) => scope);
  const stateStore = createOAuthState({
    secret: createHmac("sha256", secret).update("slack oauth state").digest("hex"),
    installing: { scopes },
    take: takeOnce,
  });
  return {
    installed,
    receiver: {
      ...{ clientId, clientSecret, installationStore: installed.store },
      scopes,
      installerOptions: {
        ...{ clientOptions, directInstall: true, stateStore },
        callbackOptions: {
          failure: (error, _options, _request, response) => refuse(response, error, log),
        },
      },
    },
  };
}

const FORBIDDEN = 403;

/** What Slack answers may name a secret: only our own sentences are shown. */
function refuse(response: ServerResponse, error: Error, log: Log): void {
  const trace = randomUUID().slice(0, 8);
  log.warn("slack not installed", { trace, says: explain(error) });
  const says =
    error instanceof InstallationError
      ? error.message
      : "Copydesk was not installed. Begin again at /slack/install, and let cookies pass.";
  response.writeHead(FORBIDDEN, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${says}\nTrace ${trace}\n`);
}

/** Forgets a workspace in which the app is installed no more: Slack says so, and takes the token back. */
export function forgetUninstalled(app: App, installed: Installed, log: Log): void {
  const forget = async (team: string | undefined) => {
    if (team === undefined) return;
    await installed.remove(team);
    log.info("slack uninstalled", { team });
  };
  app.event("app_uninstalled", ({ context }) => forget(context.teamId));
  app.event("tokens_revoked", async ({ context, event }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(context.teamId);
  });
}
