import { expect, test } from "vitest";
import type { Session, SignInOffer } from "#desk/port/sessions.ts";
import { MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const INES = { id: "slack:U1", name: "Ines", role: "editor" } as const;
const BO = { id: "slack:U12", name: "Bo", role: "reader" } as const;
const UNTIL = NOON + 10 * MINUTE;
const OFFER: SignInOffer = { hash: "h1", asker: INES, until: UNTIL };
const SESSION: Session = { hash: "s1", asker: INES, proof: "link", begun: NOON, seen: NOON };

export function sessionsContract(newPlace: () => Promise<Place>): void {
  test("an offer is looked at as often as one likes, and taken once, however many ask for it at a time", () =>
    withStore(newPlace, async ({ sessions }) => {
      await sessions.offer(OFFER, NOON);
      expect(await sessions.offered("h1", NOON)).toEqual(OFFER);
      expect(await sessions.offered("h1", NOON)).toEqual(OFFER);
      const taken = await Promise.all([1, 2, 3].map(() => sessions.take("h1", NOON)));
      expect(taken.filter((one) => one !== null)).toEqual([OFFER]);
      expect(await sessions.offered("h1", NOON)).toBeNull();
    }));

  test("an offer is good until its moment, and no longer", () =>
    withStore(newPlace, async ({ sessions }) => {
      await sessions.offer(OFFER, NOON);
      expect(await sessions.offered("h1", UNTIL - 1)).toEqual(OFFER);
      expect(await sessions.offered("h1", UNTIL)).toBeNull();
      expect(await sessions.take("h1", UNTIL)).toBeNull();
      expect(await sessions.take("h2", NOON)).toBeNull();
    }));

  test("a new offer to somebody replaces their old one, and nobody else's", () =>
    withStore(newPlace, async ({ sessions }) => {
      await sessions.offer(OFFER, NOON);
      await sessions.offer({ ...OFFER, hash: "h2", asker: BO }, NOON);
      await sessions.offer({ ...OFFER, hash: "h3" }, NOON + 1);
      expect(await sessions.offered("h1", NOON)).toBeNull();
      expect(await sessions.offered("h2", NOON)).toMatchObject({ asker: BO });
      expect(await sessions.take("h3", NOON)).toMatchObject({ hash: "h3" });
    }));

  test("a session is found until it ends, and remembers when its owner was last heard of", () =>
    withStore(newPlace, async ({ sessions }) => {
      expect(await sessions.find("s1")).toBeNull();
      await sessions.begin(SESSION);
      await sessions.begin({ ...SESSION, hash: "s2" });
      await sessions.saw("s1", NOON + MINUTE);
      expect(await sessions.find("s1")).toEqual({ ...SESSION, seen: NOON + MINUTE });
      await sessions.end("s1");
      await sessions.saw("s1", NOON + 2 * MINUTE);
      expect(await sessions.find("s1")).toBeNull();
      expect(await sessions.find("s2")).toEqual({ ...SESSION, hash: "s2" });
    }));

  test("all of somebody's sessions and offers end together, and nobody else's", () =>
    withStore(newPlace, async ({ sessions }) => {
      await sessions.begin(SESSION);
      await sessions.begin({ ...SESSION, hash: "s2" });
      await sessions.begin({ ...SESSION, hash: "s3", asker: BO });
      await sessions.offer(OFFER, NOON);
      await sessions.endAll(INES.id);
      expect(await sessions.find("s1")).toBeNull();
      expect(await sessions.find("s2")).toBeNull();
      expect(await sessions.offered("h1", NOON)).toBeNull();
      expect(await sessions.find("s3")).toMatchObject({ asker: BO });
    }));

  test("who is forgotten is signed in nowhere", () =>
    withStore(newPlace, async ({ sessions, askers }) => {
      await sessions.begin(SESSION);
      await sessions.begin({ ...SESSION, hash: "s3", asker: BO });
      await sessions.offer(OFFER, NOON);
      await askers.forget(INES.id, [], NOON);
      expect(await sessions.find("s1")).toBeNull();
      expect(await sessions.take("h1", NOON)).toBeNull();
      expect(await sessions.find("s3")).not.toBeNull();
    }));

  test.each([
    ["began before", { begun: NOON + 1, seen: 0 }],
    ["was last heard of before", { begun: 0, seen: NOON + 1 }],
  ])("what %s a moment is dropped, and what did at it stays", (_, before) =>
    withStore(newPlace, async ({ sessions }) => {
      await sessions.begin(SESSION);
      await sessions.begin({ ...SESSION, hash: "s2", begun: NOON + 1, seen: NOON + 1 });
      await sessions.dropOld(before);
      expect(await sessions.find("s1")).toBeNull();
      expect(await sessions.find("s2")).not.toBeNull();
    }));
}
