import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Characters that a passphrase has at least: a guess must be worth nobody's while. */
export const SHORTEST = 12;
export const LONGEST = 1_000;
/** So many different characters at least: `aaaaaaaaaaaa` is none. */
const FEWEST_DIFFERENT = 5;

/** 32 MB and three passes (OWASP, "Password Storage Cheat Sheet", scrypt): a bot is no server for passwords alone. */
const COST = { power: 15, blocks: 8, passes: 3 } as const;
/** Bytes that one hash may take: a mistyped cost must not take the machine. */
const MOST_MEMORY = 256 * 1024 * 1024;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

// Reads: scrypt:15:8:3:c2FsdHNhbHRzYWx0c2FsdA:…
const SEALED =
  /^scrypt:(?<power>\d{1,2}):(?<blocks>\d{1,2}):(?<passes>\d{1,2}):(?<salt>[\w-]{22,}):(?<hash>[\w-]{43})$/;

type Derive = (
  passphrase: string,
  salt: Buffer,
  bytes: number,
  options: ScryptOptions,
) => Promise<Buffer>;
const derive: Derive = promisify(scrypt);

/** Why a passphrase is not taken, as a sentence; `null`: it is. */
export function faultOf(passphrase: string): string | null {
  const characters = [...passphrase];
  if (characters.length < SHORTEST) {
    return `A passphrase has ${SHORTEST} characters or more: take four or five words.`;
  }
  if (characters.length > LONGEST) return `A passphrase has ${LONGEST} characters at most.`;
  if (new Set(characters).size < FEWEST_DIFFERENT) {
    return "That is one character over and over: take four or five words.";
  }
  return null;
}

/** What stands in the environment instead of a passphrase; another text each time. */
export async function sealPassphrase(passphrase: string): Promise<string> {
  const { power, blocks, passes } = COST;
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(plain(passphrase), salt, HASH_BYTES, optionsOf(power, blocks, passes));
  const cost = [power, blocks, passes].join(":");
  return `scrypt:${cost}:${salt.toString("base64url")}:${hash.toString("base64url")}`;
}

/** Whether a passphrase is the one that was sealed, compared in constant time; no for what is not sealed at all. */
export async function isPassphrase(sealed: string, typed: string): Promise<boolean> {
  const { power, blocks, passes, salt, hash } = SEALED.exec(sealed)?.groups ?? {};
  if (salt === undefined || hash === undefined) return false;
  const options = optionsOf(Number(power), Number(blocks), Number(passes));
  const expected = Buffer.from(hash, "base64url");
  const given = await derive(
    plain(typed),
    Buffer.from(salt, "base64url"),
    expected.length,
    options,
  );
  return timingSafeEqual(given, expected);
}

/** Whatever keyboard wrote it, the same letters are the same bytes. */
function plain(passphrase: string): string {
  return passphrase.normalize("NFKC");
}

function optionsOf(power: number, blocks: number, passes: number): ScryptOptions {
  return { N: 2 ** power, r: blocks, p: passes, maxmem: MOST_MEMORY };
}
