import { expect, test } from "vitest";
import { isAtLeast, isEditor, type Role } from "#core/access/role.ts";

const ROLES: readonly Role[] = ["reader", "editor", "admin"];

test("whoever may do more may do what takes less, and nobody more than they may", () => {
  const may = ROLES.map((role) => ROLES.map((least) => isAtLeast(role, least)));
  expect(may).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
  expect(ROLES.filter((role) => isEditor({ role }))).toEqual(["editor", "admin"]);
});
