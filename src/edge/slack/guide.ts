import { COMMANDS } from "#core/reply/command.ts";
import type { Guide } from "#desk/port/guide.ts";
import { slackManifest } from "./manifest.ts";

/** How a newcomer sets Slack up. */
export function slackGuide(): Guide {
  return {
    steps: [
      {
        text: "Open Slack's list of apps, choose Create New App, From a manifest, and your workspace. Paste this there, as YAML:",
        href: "https://api.slack.com/apps",
        paste: slackManifest(COMMANDS),
      },
      {
        text: "Press Install to Workspace. Under OAuth & Permissions, copy the Bot User OAuth Token (xoxb-…) and paste it below.",
      },
      {
        text: "Under Basic Information, App-Level Tokens, press Generate and give it the scope connections:write. Paste that token (xapp-…) below too: without it Copydesk posts, and answers no commands.",
      },
      { text: "In each channel that is to have editions, write /invite @Copydesk." },
    ],
    asks: [
      {
        variable: "SLACK_BOT_TOKEN",
        label: "Bot User OAuth Token",
        hint: "xoxb-…, from OAuth & Permissions",
        required: true,
      },
      {
        variable: "SLACK_APP_TOKEN",
        label: "App-Level Token",
        hint: "xapp-…, from Basic Information; it carries commands and buttons",
        required: false,
      },
    ],
  };
}
