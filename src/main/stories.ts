import { storyLines } from "#edge/terminal/stories.ts";
import { ThreadError } from "#edge/thread/error.ts";
import { createPool } from "#edge/thread/pool.ts";
import type { PlainFiling, PlainReport } from "./prepare-thread.ts";
import { out } from "./setting.ts";
import { LIMITS, reasonGivenUp } from "./thread-limits.ts";

/** `stories --jsonl`: stores and posts nothing. A line may take what a file may. */
export async function storiesStandardInput(): Promise<number> {
  const pool = createPool<PlainReport, PlainFiling>({ ...LIMITS, work: "reportText" });
  try {
    return await storyLines(
      {
        ...{ out, lanes: pool.threads },
        fileText: async (line, at) => {
          try {
            return await pool.run({ ...line, takenIn: at });
          } catch (error) {
            if (error instanceof ThreadError && error.code === "failed")
              return { reason: `This is a fault in Copydesk: ${error.cause}` };
            return { reason: reasonGivenUp(error) };
          }
        },
      },
      process.stdin,
    );
  } finally {
    await pool.close();
  }
}
