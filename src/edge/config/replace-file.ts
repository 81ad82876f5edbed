import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Until all of it is on the disk, what is unfinished is for whoever runs the bot alone. */
const OWNERS = 0o600;

/** Writes a file all at once: whoever reads it finds the old one or the new one, and never half of it. */
export async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const unfinished = join(
    dirname(file),
    `.${basename(file).replace(/^\./, "")}.${randomBytes(6).toString("hex")}.tmp`,
  );
  try {
    const handle = await open(unfinished, "wx", OWNERS);
    try {
      await handle.writeFile(text);
      await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
