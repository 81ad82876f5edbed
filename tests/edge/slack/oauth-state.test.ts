import { expect, test } from "vitest";
import { createOAuthState } from "#edge/slack/oauth-state.ts";

const AT = Date.UTC(2026, 4, 8, 8);
const MINUTE = 60_000;

function states(secret = "one") {
  const used = new Set<string>();
  const take = async (id: string) => !used.has(id) && used.add(id) !== undefined;
  return createOAuthState({ secret, installing: { scopes: ["commands"] }, take });
}

test.each([
  ["at once", 0, null],
  ["after nine minutes", 9 * MINUTE, null],
  ["after eleven minutes", 11 * MINUTE, "too old"],
  ["long before it was given out, by a clock that was ahead", -11 * MINUTE, "too old"],
])("a state is good %s", async (_, later, fault) => {
  const own = states();
  const state = await own.generateStateParam({ scopes: [] }, new Date(AT));
  const verified = own.verifyStateParam(new Date(AT + later), state);
  if (fault === null) expect(await verified).toEqual({ scopes: ["commands"] });
  else await expect(verified).rejects.toThrow(fault);
});

test("it is good once, and of its own secret, and no two are the same", async () => {
  const own = states();
  const now = new Date(AT);
  const [first, second] = await Promise.all([
    own.generateStateParam({ scopes: [] }, now),
    own.generateStateParam({ scopes: [] }, now),
  ]);
  expect(first).not.toBe(second);
  await own.verifyStateParam(now, first);
  await expect(own.verifyStateParam(now, first)).rejects.toThrow("used before");
  await own.verifyStateParam(now, second);
  await expect(states("two").verifyStateParam(now, second)).rejects.toThrow("not given out");
});
