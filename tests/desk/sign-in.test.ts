import { describe, expect, test, vi } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Role } from "#core/access/role.ts";
import type { Belonging } from "#desk/port/chat-service.ts";
import { ASKED_AGAIN, createRoles, type RoleNow, UNCONFIRMED_MOST } from "#desk/role-now.ts";
import { createSignInDesk } from "#desk/sign-in.ts";
import { secrets } from "#edge/secret/secrets.ts";
import { silentLog } from "#tests/fake/log.ts";
import { testClock, testStore } from "./fixture.ts";

const INES = { id: "slack:U1", name: "Ines", role: "editor" } as const;
const ADMIN = { id: "preview:passphrase", name: "the page", role: "admin" } as const;

function roles(given: { readonly roleNow?: RoleNow }) {
  const clock = testClock("2026-11-22T18:05Z");
  const session = { asker: INES, begun: clock.now() };
  const { of } = createRoles({ clock, ...given });
  const found = () => of(session);
  const role = async () => {
    const one = await found();
    return one === "gone" ? one : one.role;
  };
  const as = async () => {
    const one = await found();
    return one === "gone" ? one : one.whereabouts.kind;
  };
  return { clock, role, as };
}

const there = (role: Role): Belonging => ({ role, whereabouts: OF_THE_NEWSROOM });

describe("what somebody may do who signed in as an editor", () => {
  test.each<readonly [string, RoleNow]>([
    ["says nothing", async () => null],
    ["cannot be reached", () => Promise.reject(new TypeError("away"))],
  ])("where their platform %s: the same for a quarter of an hour, and then a reader's", async (_, roleNow) => {
    const { clock, role } = roles({ roleNow });
    expect(await role()).toBe("editor");
    clock.pass(UNCONFIRMED_MOST - 1);
    expect(await role()).toBe("editor");
    clock.pass(1);
    expect(await role()).toBe("reader");
  });

  test("where no platform can be asked: the same", async () => {
    const { clock, role } = roles({});
    expect(await role()).toBe("editor");
    clock.pass(UNCONFIRMED_MOST);
    expect(await role()).toBe("reader");
  });

  test("is asked of their platform once a minute, and not more often", async () => {
    const roleNow = vi.fn(async () => there("admin"));
    const { clock, role } = roles({ roleNow });
    expect(await Promise.all([role(), role(), role()])).toEqual(["admin", "admin", "admin"]);
    clock.pass(ASKED_AGAIN - 1);
    await role();
    expect(roleNow).toHaveBeenCalledTimes(1);
    clock.pass(1);
    await role();
    expect(roleNow).toHaveBeenCalledTimes(2);
    expect(roleNow).toHaveBeenCalledWith("slack:U1");
  });

  test("a role that was taken away does not come back when their platform falls silent", async () => {
    let found: Belonging | null = there("reader");
    const { clock, role } = roles({ roleNow: async () => found });
    clock.pass(1);
    expect(await role()).toBe("reader");
    found = null;
    clock.pass(ASKED_AGAIN);
    expect(await role()).toBe("reader");
  });

  test("they are one of the newsroom's people only as their platform says, a quarter of an hour at most after it did", async () => {
    const never = roles({});
    // Where they asked for their link says nothing of where they are now.
    expect(await never.as()).toBe("foreign");
    let found: Belonging | "gone" | null = there("reader");
    const { clock, as } = roles({ roleNow: async () => found });
    expect(await as()).toBe("own");
    found = null;
    clock.pass(UNCONFIRMED_MOST - 1);
    expect(await as()).toBe("own");
    clock.pass(1);
    expect(await as()).toBe("foreign");
    found = "gone";
    clock.pass(ASKED_AGAIN);
    expect(await as()).toBe("gone");
  });

  test("a clock that is put back makes no role last longer", async () => {
    const { clock, role } = roles({});
    clock.pass(-UNCONFIRMED_MOST);
    expect(await role()).toBe("reader");
  });
});

describe("sessions by a passphrase", () => {
  async function desks() {
    const store = await testStore();
    const clock = testClock("2026-11-22T18:05Z");
    const parts = { store, clock, secrets, log: silentLog };
    return {
      clock,
      by: (mark: string | null) =>
        createSignInDesk({ ...parts, passphrase: mark === null ? null : { asker: ADMIN, mark } }),
    };
  }

  test("are an admin's for as long as the passphrase is the same, and then nobody's", async () => {
    const { by, clock } = await desks();
    const begun = await by("one").byPassphrase(null);
    const id = begun?.id ?? expect.unreachable();
    clock.pass(UNCONFIRMED_MOST);
    expect(await by("one").who(id)).toMatchObject({ asker: ADMIN });
    expect(await by("two").who(id)).toBeNull();
    expect(await by(null).who(id)).toBeNull();
    expect(await by(null).byPassphrase(null)).toBeNull();
  });
});
