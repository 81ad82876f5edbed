import { type Guild, type Interaction, PermissionFlagsBits } from "discord.js";
import { type NamedRoles, type Role, roleWith } from "#core/access/role.ts";

/** A server, as far as it says who may do what there. */
export interface Server {
  readonly id: string;
  readonly ownerId: string | null;
  readonly roles: readonly { readonly id: string; readonly permissions: bigint }[];
}

export interface Member {
  readonly id: string;
  /** Ids of the roles that they were given; that of everyone is none of them. */
  readonly roles: readonly string[];
  /** They are timed out at this moment; left out: they are not. */
  readonly isTimedOut?: boolean;
}

/** Says whether permissions include one; an administrator has all. */
export function may(permissions: bigint, permission: bigint): boolean {
  return (permissions & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}

/**
 * What somebody may do in the whole of a server, by its roles, before any overwrite of a channel (Discord docs,
 * "Permissions", Permission Hierarchy: `compute_base_permissions`).
 */
export function serverPermissions(server: Server, { id, roles, isTimedOut }: Member): bigint {
  if (server.ownerId === id) return PermissionFlagsBits.Administrator;
  // Everyone has the role whose id is that of the server.
  const held = new Set([server.id, ...roles]);
  const base = server.roles
    .filter((role) => held.has(role.id))
    .reduce((sum, { permissions }) => sum | permissions, 0n);
  // The same page, "Permissions for Timed Out Members": they lose all but what readers have, unless they are administrators.
  const isExempt = may(base, PermissionFlagsBits.Administrator);
  return isTimedOut === true && !isExempt ? 0n : base;
}

/**
 * What somebody may do in the newsroom by one of its own servers: whoever manages that is an admin, whoever manages its
 * channels an editor, unless the config names roles or persons. An overwrite in one channel makes nobody either.
 */
export function roleIn(server: Server, member: Member, named: NamedRoles): Role {
  const permissions = serverPermissions(server, member);
  const own = may(permissions, PermissionFlagsBits.ManageGuild)
    ? "admin"
    : may(permissions, PermissionFlagsBits.ManageChannels)
      ? "editor"
      : "reader";
  return roleWith(own, {
    editor: isAmong(server, member, named.editors),
    admin: isAmong(server, member, named.admins),
  });
}

/** The id of everyone's role is that of the server: it names nobody. */
function isAmong(
  server: Server,
  { id, roles, isTimedOut = false }: Member,
  ids: readonly string[] | null,
): boolean | null {
  if (ids === null) return null;
  return !isTimedOut && ids.some((one) => one === id || (one !== server.id && roles.includes(one)));
}

/** A server as the SDK knows it. */
export function knownServer({ id, ownerId, roles }: Guild): Server {
  const known = roles.cache.map((role) => ({
    id: role.id,
    permissions: role.permissions.bitfield,
  }));
  return { id, ownerId, roles: known };
}

/** The roles of whoever asks, as Discord tells them with the very interaction. */
export function rolesOf({ roles }: NonNullable<Interaction["member"]>): readonly string[] {
  return Array.isArray(roles) ? roles : [...roles.cache.keys()];
}
