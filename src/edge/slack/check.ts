import { webApi } from "@slack/bolt";
import type { Finding } from "#desk/port/chat-service.ts";
import { explain, explainAppToken } from "./failure.ts";
import { SCOPES } from "./scopes.ts";
import { readAddress } from "./workspaces.ts";

export interface CheckOptions {
  readonly client: webApi.WebClient;
  /** That of a further workspace; throws where the app is not installed. */
  readonly clientOf: (team: string) => Promise<webApi.WebClient>;
  /** `null` where commands do not come by Socket Mode. */
  readonly socket: { readonly client: webApi.WebClient } | null;
  /** What is said about commands where no socket is used. */
  readonly commands: Finding;
  readonly addresses: readonly string[];
}

/** Looks at the tokens, the scopes and every channel; posts nothing, and never throws. */
export async function checkSlack(options: CheckOptions): Promise<readonly Finding[]> {
  const token = await checkToken(options.client);
  if (token.some(({ ok }) => !ok)) return token;
  const commands = options.socket === null ? options.commands : await checkSocket(options.socket);
  const channels = await Promise.all(
    options.addresses.map((address) => checkChannel(options, address)),
  );
  return [...token, commands, ...channels];
}

async function checkToken(client: webApi.WebClient): Promise<readonly Finding[]> {
  const subject = "Slack bot token";
  try {
    const { user, team, response_metadata } = await client.auth.test();
    const says = `it is ${user ?? "a bot"} in ${team ?? "its workspace"}`;
    return [{ subject, ok: true, says }, scopesFinding(response_metadata?.scopes)];
  } catch (error) {
    return [{ subject, ok: false, says: explain(error) }];
  }
}

function scopesFinding(granted: readonly string[] | undefined): Finding {
  const subject = "Slack scopes";
  if (granted === undefined) return { subject, ok: true, says: "Slack does not name them" };
  const missing = SCOPES.filter(({ scope }) => !granted.includes(scope));
  if (missing.length === 0) return { subject, ok: true, says: "all are granted" };
  const named = missing.map(({ scope, why }) => `${scope} (${why})`).join(", ");
  return {
    subject,
    ok: false,
    says: `missing: ${named}. Add them under “OAuth & Permissions” and install the app again`,
  };
}

/** Asks for the address of a socket, and opens none. */
async function checkSocket({ client }: { client: webApi.WebClient }): Promise<Finding> {
  const subject = "Slack commands";
  try {
    await client.apps.connections.open({});
    return { subject, ok: true, says: "they come by Socket Mode" };
  } catch (error) {
    const refused = error instanceof webApi.WebAPIPlatformError;
    return finding(subject, refused ? explainAppToken(error) : explain(error));
  }
}

async function checkChannel({ client, clientOf }: CheckOptions, address: string): Promise<Finding> {
  const subject = `Slack channel ${address}`;
  const { team, id } = readAddress(address);
  try {
    const of = team === null ? client : await clientOf(team);
    const { channel } = await of.conversations.info({ channel: id });
    const name = channel?.name === undefined ? "the channel" : `#${channel.name}`;
    if (channel?.is_archived === true) {
      return finding(
        subject,
        `${name} is archived: unarchive it, or take it out of config/newsroom.yaml`,
      );
    }
    if (channel?.is_member !== true) {
      return finding(subject, `the bot is not in ${name}: invite it there: /invite @Copydesk`);
    }
    return { subject, ok: true, says: `the bot is in ${name}` };
  } catch (error) {
    return finding(subject, explain(error));
  }
}

function finding(subject: string, says: string): Finding {
  return { subject, ok: false, says };
}
