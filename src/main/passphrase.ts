import { faultOf, sealPassphrase } from "#edge/secret/passphrase.ts";
import { askHidden, readGiven } from "#edge/terminal/hidden.ts";
import { DONE, FAILED, out } from "./setting.ts";

/** `passphrase`: asks for one, and prints the line of .env that keeps its hash. */
export async function passphrase(): Promise<number> {
  const { stdin, stderr } = process;
  const given = stdin.isTTY ? await askTwice(stdin, stderr) : await readGiven(stdin);
  if (given === null) return FAILED;
  const fault = given === DIFFERENT ? "The two are not the same." : faultOf(given);
  if (given === DIFFERENT || fault !== null) {
    out.complain(out.style("red", `${fault} Nothing was made: try again.`));
    return FAILED;
  }
  out.line(`COPYDESK_PASSPHRASE=${await sealPassphrase(given)}`);
  out.complain("Put this line into .env, and start again. The passphrase itself stands nowhere.");
  return DONE;
}

const DIFFERENT = Symbol("the second is not the first");

/** `null` where somebody gave up. */
async function askTwice(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WriteStream,
): Promise<string | typeof DIFFERENT | null> {
  const first = await askHidden(stdin, stderr, "Passphrase: ");
  // A short one is refused before anybody types it again.
  if (first === null || faultOf(first) !== null) return first;
  const second = await askHidden(stdin, stderr, "Once more:  ");
  if (second === null) return null;
  return first === second ? first : DIFFERENT;
}
