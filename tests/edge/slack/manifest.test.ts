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
