import { BucketError } from "#edge/bucket/bucket-error.ts";
import { ConfigError, faultLine } from "#edge/config/error.ts";
import { FolderError } from "#edge/folder/folder-error.ts";
import { PreviewError } from "#edge/preview/error.ts";
import { StoreError } from "#edge/store/error.ts";
import { runProgram } from "#edge/terminal/program.ts";
import packageInfo from "../../package.json" with { type: "json" };
import { REGISTRY } from "./platforms.ts";
import { FAILED, out, WRONG_USE } from "./setting.ts";

/** Errors whose message is written for people and names the mend. */
const KNOWN = [StoreError, PreviewError, FolderError, BucketError];

/**
 * Runs one command. Each loads what it needs when it is called, so that `--help` and `brief` start
 * at once.
 * @returns the exit code: 0 done, 1 failed, 2 wrong use
 */
export async function run(words: readonly string[]): Promise<number> {
  try {
    return await runProgram(
      words,
      {
        start: async (options) => (await import("./start.ts")).start(options),
        brief: async (files, options) => (await import("./brief.ts")).brief(files, options),
        briefLines: async () => (await import("./brief.ts")).briefStandardInput(),
        storyLines: async () => (await import("./stories.ts")).storiesStandardInput(),
        digest: async (name, options) => (await import("./look.ts")).digest(name, options),
        ledger: async (options) => (await import("./account.ts")).ledger(options),
        retry: async (files) => (await import("./account.ts")).retry(files),
        rehearse: async (options) => (await import("./rehearse.ts")).rehearseAll(options),
        why: async (file, options) => (await import("./look.ts")).why(file, options),
        orders: async (options) => (await import("./orders.ts")).orders(options),
        doctor: async (options) => (await import("./doctor.ts")).doctor(options),
        init: async () => (await import("./init.ts")).init(),
        passphrase: async () => (await import("./passphrase.ts")).passphrase(),
        backup: async (file, options) => (await import("./backup.ts")).backup(file, options),
        restore: async (options) => (await import("./restore.ts")).restore(options),
        check: async (options) => (await import("./check.ts")).check(options),
        move: async (options) => (await import("./move.ts")).move(options),
      },
      out,
      { version: packageInfo.version, platforms: REGISTRY.names },
    );
  } catch (error) {
    if (error instanceof ConfigError) {
      for (const fault of error.faults) out.complain(out.style("red", faultLine(fault)));
      out.complain("Nothing was posted. Mend this and start again.");
      return WRONG_USE;
    }
    if (KNOWN.some((known) => error instanceof known) && error instanceof Error) {
      out.complain(out.style("red", error.message));
      return FAILED;
    }
    throw error;
  }
}
