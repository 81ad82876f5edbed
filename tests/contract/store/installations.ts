import { expect, test } from "vitest";
import { NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const FIRST = { team: "T2", sealed: "v1.first", at: NOON };

const audit = (did: string) => ({ at: NOON, by: "slack:T2/U1", name: "U1", did });

export function installationsContract(newPlace: () => Promise<Place>): void {
  test("a workspace's installation is found until it is removed", () =>
    withStore(newPlace, async ({ installations }) => {
      expect(await installations.find("T2")).toBeNull();
      await installations.save(FIRST, audit("installed"));
      await installations.save({ ...FIRST, team: "T3" }, audit("installed"));
      expect(await installations.find("T2")).toEqual(FIRST);
      await installations.remove("T2", audit("removed"));
      expect(await installations.find("T2")).toBeNull();
      expect(await installations.find("T3")).toEqual({ ...FIRST, team: "T3" });
    }));

  test("a later installation of the same workspace replaces the earlier one", () =>
    withStore(newPlace, async ({ installations }) => {
      await installations.save(FIRST, audit("installed"));
      await installations.save(
        { team: "T2", sealed: "v1.second", at: NOON + 1 },
        audit("installed"),
      );
      expect(await installations.find("T2")).toEqual({
        ...{ team: "T2", sealed: "v1.second", at: NOON + 1 },
      });
    }));

  test("each is in the audit, and what removes nothing is not", () =>
    withStore(newPlace, async ({ installations, orders }) => {
      await installations.save(FIRST, audit("installed"));
      await installations.remove("T2", audit("removed"));
      await installations.remove("T2", audit("removed again"));
      expect((await orders.audit(0, 0, 9)).map(({ did }) => did)).toEqual(["removed", "installed"]);
    }));
}
