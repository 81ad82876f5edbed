import { expect, test } from "vitest";
import {
  highest,
  type IsNamed,
  isAtLeast,
  isEditor,
  type Role,
  roleWith,
} from "#core/access/role.ts";

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

const OWN = ["reader", "editor", "admin"] as const;

// What they are by the platform's own word, as a reader, an editor, an admin of it.
test.each<[string, IsNamed, readonly Role[]]>([
  ["names nobody", { editor: null, admin: null }, ["reader", "editor", "admin"]],
  ["names other editors", { editor: false, admin: null }, ["reader", "reader", "admin"]],
  ["names them an editor", { editor: true, admin: null }, ["editor", "editor", "admin"]],
  ["names other admins", { editor: null, admin: false }, ["reader", "editor", "editor"]],
  ["names others for both", { editor: false, admin: false }, ["reader", "reader", "reader"]],
  [
    "names them an editor, and others admins",
    { editor: true, admin: false },
    ["editor", "editor", "editor"],
  ],
  ["names them an admin", { editor: false, admin: true }, ["admin", "admin", "admin"]],
])("the config %s: it counts instead of the platform's word", (_, named, expected) => {
  expect(OWN.map((own) => roleWith(own, named))).toEqual(expected);
});

test("of several roles the highest counts, and of none a reader's", () => {
  expect(highest(["editor", "admin", "reader"])).toBe("admin");
  expect(highest([])).toBe("reader");
});
