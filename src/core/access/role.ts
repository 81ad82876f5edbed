/**
 * What somebody may do in a newsroom: a `reader` asks; an `editor` gives orders that reach every channel, as a hold
 * and a kill do; an `admin` also says who else may do what, and sets channels and platforms up.
 */
export type Role = "reader" | "editor" | "admin";

/** From whom the least may be done. */
export const ROLES: readonly Role[] = ["reader", "editor", "admin"];

const RANK: Readonly<Record<Role, number>> = { reader: 0, editor: 1, admin: 2 };

/** Whether somebody may do what takes a role: whoever may do more may do it as well. */
export function isAtLeast(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

/** Whether somebody is an editor of the newsroom, or more. */
export function isEditor({ role }: { readonly role: Role }): boolean {
  return isAtLeast(role, "editor");
}

/** Ids of persons, and of groups of them, to whom the config gives a role on a platform; `null`: it names nobody there. */
export interface NamedRoles {
  readonly editors: readonly string[] | null;
  readonly admins: readonly string[] | null;
}

export const NOBODY_NAMED: NamedRoles = { editors: null, admins: null };

/** Whether somebody is among those whom the config names; `null`: it names nobody, so that the platform's own word counts. */
export interface IsNamed {
  readonly editor: boolean | null;
  readonly admin: boolean | null;
}

/**
 * What somebody may do where a platform gives them a role and the config names who has one. Who is named counts instead of
 * the platform's own word: where editors are named nobody else is one, but for admins; where admins are named the platform's
 * own are what they would be without that, editors, unless those are named as well.
 */
export function roleWith(own: Role, { editor, admin }: IsNamed): Role {
  if (admin ?? own === "admin") return "admin";
  return (editor ?? isAtLeast(own, "editor")) ? "editor" : "reader";
}

/** The one of several roles by which somebody may do most; a reader by none. */
export function highest(roles: readonly Role[]): Role {
  return roles.reduce<Role>((most, one) => (isAtLeast(one, most) ? one : most), "reader");
}
