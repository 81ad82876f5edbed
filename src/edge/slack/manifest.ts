import { EN } from "#core/language/en.ts";
import type { CommandSpec } from "#core/reply/command.ts";
import { BRIEF_SHORTCUT, DESK_COMMAND, SEARCH_SHORTCUT } from "./interactions.ts";
import { BOOKMARK_SCOPES, SCOPES } from "./scopes.ts";

/**
 * Writes the Slack app's manifest (Slack docs, "App manifest reference") from the table of commands,
 * so that the two cannot part. Slack keeps `/search` and `/help` for itself and apps of a workspace
 * share their names, so every command is a word of `/desk`, and only those stand alone that may.
 */
export function slackManifest(commands: readonly CommandSpec[]): string {
  const alone = commands.filter(({ standsAlone }) => standsAlone);
  return `${HEAD}
display_information:
  name: Copydesk
  description: Digests of the newsroom's copy, with facts and quotes on request
  background_color: "#1d3557"
features:
  app_home:
    home_tab_enabled: true
    messages_tab_enabled: true
    messages_tab_read_only_enabled: false
  bot_user:
    display_name: Copydesk
    always_online: true
  shortcuts:
    - name: Brief this
      type: message
      callback_id: ${BRIEF_SHORTCUT}
      description: The brief of an article in a digest
    - name: Search the desk
      type: global
      callback_id: ${SEARCH_SHORTCUT}
      description: Finds articles by their words
  slash_commands:
${[deskCommand(commands), ...alone.map(commandLines)].join("\n")}
oauth_config:
  # Further workspaces only: redirect_urls: [https://copydesk.example.org/slack/oauth_redirect]
  scopes:
    bot:
${SCOPES.map(({ scope, why }) => `      - ${scope} # ${why}`).join("\n")}
      # These two may be taken out: then no channel has a bookmark of its latest digest.
${BOOKMARK_SCOPES.map(({ scope, why }) => `      - ${scope} # ${why}`).join("\n")}
settings:
  event_subscriptions:
    # HTTP mode only: request_url: https://copydesk.example.org/slack/events
    bot_events:
      - app_home_opened # shows someone their digests
      - app_mention # answers a question to it
      - message.im # answers direct messages
      - member_joined_channel # says once who it is in a channel that it is invited to
      - app_uninstalled # forgets a further workspace
      - tokens_revoked # the same
  interactivity: # for the buttons below each article
    is_enabled: true
    # HTTP mode only: request_url: https://copydesk.example.org/slack/events
  socket_mode_enabled: true
  org_deploy_enabled: false
  token_rotation_enabled: false
`;
}

const HEAD = `# The Slack app of Copydesk. Written by "node scripts/slack-manifest.ts" from the table of commands.
#
# 1. Open https://api.slack.com/apps, choose "Create New App", "From a manifest", and paste this file.
# 2. "Install to Workspace". Copy "Bot User OAuth Token" (xoxb-…) to SLACK_BOT_TOKEN in .env.
# 3. "Basic Information", "App-Level Tokens", "Generate": scope connections:write. Copy the token
#    (xapp-…) to SLACK_APP_TOKEN in .env. Without it Copydesk posts, and answers no commands.
# 4. In each channel that is to have editions: /invite @Copydesk
#    The channel's id (it starts with C) stands at the foot of "About"; name it in config/newsroom.yaml.
# 5. npm run copydesk -- doctor
#
# HTTP mode, where no socket may be opened: set socket_mode_enabled to false, add
# "url: https://your-host/slack/events" to each command and both request_urls below, copy "Signing
# Secret" to SLACK_SIGNING_SECRET, and set SLACK_HTTP_PORT.
#
# Further workspaces, in HTTP mode only: add the redirect URL that is named below, turn
# "Manage Distribution" on, and set the variables of .env that .env.example names for it.`;

function deskCommand(commands: readonly CommandSpec[]): string {
  return slashCommand(
    DESK_COMMAND,
    "Ask the desk: briefs, quotes, facts, search, digests",
    commands.map(({ name }) => name).join(" | "),
  );
}

function commandLines({ name, options }: CommandSpec): string {
  const hint = options
    .filter(({ hidden }) => !hidden)
    .map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`))
    .join(" ");
  return slashCommand(name, EN.commands[name], hint);
}

/** `should_escape: false`, so that a name typed with an @ comes as it was typed. */
function slashCommand(name: string, description: string, hint: string): string {
  return [
    `    - command: /${name}`,
    `      description: ${JSON.stringify(description)}`,
    ...(hint === "" ? [] : [`      usage_hint: ${JSON.stringify(hint)}`]),
    "      should_escape: false",
  ].join("\n");
}
