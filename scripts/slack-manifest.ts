import { COMMANDS } from "#core/reply/command.ts";
import { slackManifest } from "#edge/slack/manifest.ts";

// Prints config/slack-manifest.yaml: node scripts/slack-manifest.ts > config/slack-manifest.yaml
process.stdout.write(slackManifest(COMMANDS));
