import type { FirstRun } from "#desk/setup/first-run.ts";
import { listed } from "../../desk/setup/newsroom.ts";

/** Platforms as the page is told of them. */
export const PLATFORMS = [
  { name: "slack", label: "Slack", isSet: true, example: "C0123ABCD", forums: false },
  { name: "discord", label: "Discord", isSet: true, example: "123456789012345678", forums: true },
];
const DESK = { group: "Desk", groupId: "T1" };
/** Places that a platform lists. */
export const PLACES = [
  listed("C0042", { ...DESK, name: "#storm" }),
  listed("C0043", { ...DESK, name: "#ferry", missing: "invite the bot there" }),
  listed("C0044", { ...DESK, name: "#partners", readBy: "shared" }),
];

/** Slack, as a newcomer meets it; what is handed in is noted. */
export function sampleFirstRun(handed: unknown[]): FirstRun {
  handed.length = 0;
  const asks = [
    { variable: "SLACK_BOT_TOKEN", label: "Bot token", hint: "xoxb-…", required: true },
  ];
  const steps = [
    { text: "Create an app", href: "https://api.slack.com/apps", paste: "name: Copydesk" },
  ];
  return {
    services: () => [],
    guides: async () => [{ name: "slack", label: "Slack", state: "not-set", steps, asks }],
    async handIn(_asker, _platform, { SLACK_BOT_TOKEN: token = "" }) {
      handed.push(token === "" ? {} : { SLACK_BOT_TOKEN: token });
      const text = "This must be filled in: xoxb-…";
      if (token === "") return { kind: "faults", faults: [{ option: "SLACK_BOT_TOKEN", text }] };
      const findings = [
        { subject: "Slack bot token", ok: true, says: "it is copydesk" },
        { subject: "Slack scopes", ok: false, says: "channels:history" },
      ];
      const says = "Written into .env. It counts from the next start on.";
      return { kind: "checked", findings, written: true, says, invite: null };
    },
    async tryPost(_asker, platform, address) {
      handed.push(`${platform} ${address}`);
      const says = "“Copydesk can post here.” stands there";
      return [{ subject: `Slack channel ${address}`, ok: true, says }];
    },
  };
}
