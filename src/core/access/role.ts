/**
 * What somebody may do in a newsroom: a `reader` asks; an `editor` gives orders that reach every channel, as a hold
 * and a kill do; an `admin` also says who else may do what, and sets channels and platforms up.
 */
export type Role = "reader" | "editor" | "admin";

const RANK: Readonly<Record<Role, number>> = { reader: 0, editor: 1, admin: 2 };

/** Whether somebody may do what takes a role: whoever may do more may do it as well. */
export function isAtLeast(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

/** Whether somebody is an editor of the newsroom, or more. */
export function isEditor({ role }: { readonly role: Role }): boolean {
  return isAtLeast(role, "editor");
}
