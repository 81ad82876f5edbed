import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeal, SealError } from "#edge/slack/seal.ts";

const seal = createSeal("a secret of thirty-two characters");

test("what was sealed opens again, and is sealed anew each time", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, secret) => {
      const sealed = seal.seal(name, secret);
      expect(seal.open(name, sealed)).toBe(secret);
      expect(seal.seal(name, secret)).not.toBe(sealed);
    }),
  );
});

test("what was sealed holds nothing of the secret", () => {
  const [, body = ""] = seal.seal("T2", "xoxb-second").split(".");
  expect(Buffer.from(body, "base64").toString("latin1")).not.toContain("xoxb");
});

const sealed = seal.seal("T2", "xoxb-second");

test.each([
  ["another secret", () => createSeal("another of thirty-two characters").open("T2", sealed)],
  ["another name", () => seal.open("T3", sealed)],
  ["a later version", () => seal.open("T2", sealed.replace("v1.", "v2."))],
  ["half of it", () => seal.open("T2", sealed.slice(0, 12))],
  ["nothing", () => seal.open("T2", "")],
])("it does not open for %s", (_, open) => {
  expect(open).toThrow(SealError);
});

test("it does not open when any byte was changed", () => {
  const bytes = Buffer.from(sealed.slice("v1.".length), "base64");
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed[at] ?? 0) ^ change, at);
      expect(() => seal.open("T2", `v1.${changed.toString("base64")}`)).toThrow(SealError);
    }),
  );
});
