import { createWriteBrief } from "#core/brief/write.ts";
import { createPrepare, type Prepare } from "#desk/prepare.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";
import { contentHash } from "./identity.ts";

/** Prepares files on the thread that it is called on. */
export function prepareHere(): Prepare {
  return createPrepare({
    readCopy: createReadCopy(),
    writeBrief: createWriteBrief(),
    hash: contentHash,
  });
}
