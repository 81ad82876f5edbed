import { webApi } from "@slack/bolt";
import type { PlaceTerms } from "#core/digest/subscription.ts";
import type { AskedAt, Finding } from "#desk/port/chat-service.ts";
import { fault, fine, lookAt } from "#edge/chat/check.ts";
import { explain, explainAppToken } from "./failure.ts";
import { BOOKMARK_SCOPES, SCOPES } from "./scopes.ts";
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
  readonly askedAt?: AskedAt | undefined;
}

/** Looks at the tokens, the scopes and every channel; posts nothing, and never throws. */
export async function checkSlack(options: CheckOptions): Promise<readonly Finding[]> {
  const token = await checkToken(options.client);
  // Scopes that are missing say nothing of the app's own token, nor of channels.
  if (token[0]?.ok !== true) return token;
  const commands = options.socket === null ? options.commands : await checkSocket(options.socket);
  const channels = await Promise.all(
    options.addresses.map((address) => checkChannel(options, address)),
  );
  return [...token, commands, ...channels];
}

async function checkToken(client: webApi.WebClient): Promise<readonly Finding[]> {
  const subject = "Slack bot token";
  let scopes: readonly string[] | undefined;
  const token = await lookAt(subject, explain, async () => {
    const { user, team, response_metadata } = await client.auth.test();
    scopes = response_metadata?.scopes;
    return fine(subject, `it is ${user ?? "a bot"} in ${team ?? "its workspace"}`);
  });
  return token.ok ? [token, scopesFinding(scopes)] : [token];
}

function scopesFinding(granted: readonly string[] | undefined): Finding {
  const subject = "Slack scopes";
  if (granted === undefined) return fine(subject, "Slack does not name them");
  const missing = SCOPES.filter(({ scope }) => !granted.includes(scope));
  const beside = BOOKMARK_SCOPES.filter(({ scope }) => !granted.includes(scope));
  const left = beside.map(({ scope }) => scope).join(", ");
  if (missing.length === 0 && left === "") return fine(subject, "all are granted");
  if (missing.length === 0) {
    return fine(
      subject,
      `all that it needs are granted; without ${left} no bookmark is kept of the latest digest`,
    );
  }
  const named = missing.map(({ scope, why }) => `${scope} (${why})`).join(", ");
  return fault(
    subject,
    `missing: ${named}. Add them under “OAuth & Permissions” and install the app again`,
  );
}

/** Asks for the address of a socket, and opens none. */
function checkSocket({ client }: { client: webApi.WebClient }): Promise<Finding> {
  const subject = "Slack commands";
  return lookAt(subject, explainSocket, async () => {
    await client.apps.connections.open({});
    return fine(subject, "they come by Socket Mode");
  });
}

function explainSocket(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? explainAppToken(error) : explain(error);
}

function checkChannel(
  { client, clientOf, askedAt = () => [] }: CheckOptions,
  address: string,
): Promise<Finding> {
  const subject = `Slack channel ${address}`;
  const { team, id } = readAddress(address);
  return lookAt(subject, explain, async () => {
    const of = team === null ? client : await clientOf(team);
    const { channel } = await of.conversations.info({ channel: id });
    const name = channel?.name === undefined ? "the channel" : `#${channel.name}`;
    if (channel?.is_archived === true) {
      const mend = "unarchive it, or take it out of config/newsroom.yaml";
      return fault(subject, `${name} is archived: ${mend}`);
    }
    if (channel?.is_member !== true) {
      return fault(subject, `the bot is not in ${name}: invite it there: /invite @Copydesk`);
    }
    const wrong = await mentionFault(of, askedAt(address));
    return wrong === null ? fine(subject, `the bot is in ${name}`) : fault(subject, wrong);
  });
}

/** A user group that flashes are to mention, and that would not be told; `null` for none. */
async function mentionFault(
  client: webApi.WebClient,
  asked: readonly PlaceTerms[],
): Promise<string | null> {
  const named = asked.flatMap(({ flashMention }) => flashMention ?? []);
  if (named.length === 0) return null;
  // Slack docs, "usergroups.list": disabled groups are left out.
  const { usergroups = [] } = await client.usergroups.list({});
  const missing = named.find((id) => !usergroups.some((group) => group.id === id));
  return missing === undefined
    ? null
    : `flashMention names a user group (${missing}) that the workspace does not have, or has disabled: copy its id from the group's menu`;
}
