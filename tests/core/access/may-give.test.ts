import { expect, test } from "vitest";
import { mayGive, mayGiveAny, type Order, type Rights } from "#core/access/may-give.ts";
import { COMMANDS } from "#core/reply/command.ts";

const ANYONES: Order = { permission: "reader" };
const OF_ALL: Order = { permission: "editor" };
const OF_ONE: Order = { permission: "editor", ofChannel: true };
const ADMINS: Order = { permission: "admin" };
/** A slip in the table: nothing of an admin's is for one channel. */
const ADMINS_OF_ONE: Order = { permission: "admin", ofChannel: true };

const READER: Rights = { role: "reader" };
const MAKER: Rights = { role: "reader", edits: ["sport"] };
const ELSEWHERE: Rights = { role: "reader", runsPlace: true };
const EDITOR: Rights = { role: "editor" };
const ADMIN: Rights = { role: "admin" };

// Of each order: of the own channel, of another one, and whether of any.
test.each<[string, Rights, Order, boolean, boolean, boolean]>([
  ["a reader", READER, ANYONES, true, true, true],
  ["a reader", READER, OF_ONE, false, false, false],
  ["a reader", READER, OF_ALL, false, false, false],
  ["who made a channel", MAKER, OF_ONE, true, false, true],
  ["who made a channel", MAKER, OF_ALL, false, false, false],
  ["who made a channel", MAKER, ADMINS, false, false, false],
  ["who made a channel", MAKER, ADMINS_OF_ONE, false, false, false],
  ["who runs another workspace", ELSEWHERE, OF_ONE, false, false, true],
  ["who runs another workspace", ELSEWHERE, OF_ALL, false, false, false],
  ["an editor", EDITOR, OF_ONE, true, true, true],
  ["an editor", EDITOR, OF_ALL, true, true, true],
  ["an editor", EDITOR, ADMINS, false, false, false],
  ["an admin", ADMIN, ADMINS, true, true, true],
  ["an admin", ADMIN, OF_ALL, true, true, true],
])("%s %o may give %o", (_, rights, order, own, other, any) => {
  expect([
    mayGive(order, rights, "sport"),
    mayGive(order, rights, "front-page"),
    mayGiveAny(order, rights),
  ]).toEqual([own, other, any]);
});

test("what reaches every channel is nobody's who edits one", () => {
  const given = COMMANDS.filter(
    (spec) => spec.permission !== "reader" && mayGiveAny(spec, MAKER),
  ).map(({ name }) => name);
  expect(given).toEqual([
    "subscribe",
    "unsubscribe",
    "pause",
    "resume",
    "preview",
    "post",
    "approve",
  ]);
});
