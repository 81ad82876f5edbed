import { describe, expect, test, vi } from "vitest";
import { masker } from "#edge/log/log.ts";
import { faultOf, isPassphrase, sealPassphrase } from "#edge/secret/passphrase.ts";
import { isSecret, secrets } from "#edge/secret/secrets.ts";

const compared = vi.hoisted(() => vi.fn());

vi.mock("node:crypto", async (original) => {
  const real = await original<typeof import("node:crypto")>();
  return {
    ...real,
    timingSafeEqual: (one: Buffer, other: Buffer) => {
      compared(one.length, other.length);
      return real.timingSafeEqual(one, other);
    },
  };
});

describe("a passphrase", () => {
  test("is known again by what was made of it, in constant time, and by nothing less", async () => {
    const sealed = await sealPassphrase("four words of brass");
    expect(sealed).toMatch(/^scrypt:15:8:3:[\w-]{22}:[\w-]{43}$/);
    expect(sealed).not.toContain("brass");
    expect(await isPassphrase(sealed, "four words of brass")).toBe(true);
    expect(await isPassphrase(sealed, "four words of bras")).toBe(false);
    expect(await isPassphrase(sealed, "Four words of brass")).toBe(false);
    // Whole hashes are compared, never text that ends early.
    expect(compared.mock.calls).toEqual([
      [32, 32],
      [32, 32],
      [32, 32],
    ]);
  });

  test("is the same however a keyboard writes its letters, and another hash each time", async () => {
    const sealed = await sealPassphrase("caf\u00e9 on the corner");
    expect(await isPassphrase(sealed, "cafe\u0301 on the corner")).toBe(true);
    expect(await sealPassphrase("caf\u00e9 on the corner")).not.toBe(sealed);
  });

  test.each([
    "",
    "four words of brass",
    "scrypt:15:8:3:x:y",
    "scrypt:99:8:3:",
  ])("nothing opens “%s”", async (sealed) => {
    expect(await isPassphrase(sealed, sealed)).toBe(false);
  });

  test.each([
    ["short", "12 characters or more"],
    ["elevenchars", "12 characters or more"],
    ["twelve chars", null],
    ["aaaaaaaaaaaaaaaa", "over and over"],
    ["x".repeat(1_001), "1000 characters at most"],
  ])("“%s”: %s", (typed, fault) => {
    if (fault === null) expect(faultOf(typed)).toBeNull();
    else expect(faultOf(typed)).toContain(fault);
  });
});

describe("a secret", () => {
  test("is 256 random bits, and its hash says nothing of it", () => {
    const [one, other] = [secrets.fresh(), secrets.fresh()];
    expect(one).toMatch(/^copydesk_[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(secrets.digest(one)).toBe(secrets.digest(one));
    expect(secrets.digest(one)).not.toContain(one.slice(9));
  });

  test("is masked in the log wherever it turns up", () => {
    const key = secrets.fresh();
    const line = masker([])(`GET https://desk.example.org/sign-in#${key} cookie=${key};`);
    expect(line).toBe("GET https://desk.example.org/sign-in#[masked] cookie=[masked];");
  });
});

test("a token is told by all of it, in a time that says nothing of how much is right", () => {
  compared.mockClear();
  expect(isSecret("0123456789", "0123456789")).toBe(true);
  for (const typed of ["", "0", "012345678", "01234567890", "x123456789"]) {
    expect(isSecret("0123456789", typed)).toBe(false);
  }
  expect(compared.mock.calls).toEqual(Array.from({ length: 6 }, () => [32, 32]));
});
