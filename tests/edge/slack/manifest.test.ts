import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { COMMANDS } from "#core/reply/command.ts";
import { slackManifest } from "#edge/slack/manifest.ts";

/** What Slack's reference asks of a manifest, with its limits ("App manifest reference"). */
const Manifest = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().max(24),
          type: z.enum(["message", "global"]),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().startsWith("/").max(32),
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000).optional(),
          should_escape: z.literal(false),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.literal(true),
    org_deploy_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

/** Slack docs, "Slash commands in Slack": the built-in ones, which an app cannot have. */
const RESERVED = ["/search", "/status", "/help", "/feed", "/topic", "/who", "/remind", "/invite"];

test("the manifest in config is the one that the table of commands makes", async () => {
  const file = await readFile(
    new URL("../../../config/slack-manifest.yaml", import.meta.url),
    "utf8",
  );
  expect(file).toBe(slackManifest(COMMANDS));
});

test("the manifest keeps Slack's rules, and takes none of Slack's own commands", () => {
  const manifest = Manifest.parse(parse(slackManifest(COMMANDS)));
  const commands = manifest.features.slash_commands.map(({ command }) => command);
  expect(commands).toEqual(["/desk", "/brief", "/quotes", "/facts", "/digest"]);
  expect(commands.filter((command) => RESERVED.includes(command))).toEqual([]);
});
