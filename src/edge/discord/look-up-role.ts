import { Routes } from "discord.js";
import { z } from "zod";
import { highest, type NamedRoles, type Role } from "#core/access/role.ts";
import type { Api } from "./api.ts";
import { codeOf } from "./failure.ts";
import { roleIn } from "./rights.ts";

const Bits = z.string().transform((digits) => BigInt(digits));
const Guild = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: Bits })),
});
const Member = z.object({
  roles: z.array(z.string()),
  communication_disabled_until: z.string().nullish(),
});

/** "Unknown Member" and "Unknown User" (Discord docs, "Opcodes and Status Codes"): they are not on the server. */
const NOT_THERE: readonly unknown[] = [10007, 10013];

/**
 * What somebody may do by the newsroom's servers, asked of Discord now; the highest of several counts.
 *
 * @param servers ids of the newsroom's own
 * @returns `gone`: they are on none of them; `null` where no server of the newsroom is known
 * @throws what the API throws
 */
export async function roleInServers(
  api: Api,
  servers: readonly string[],
  user: string,
  named: NamedRoles,
): Promise<Role | "gone" | null> {
  if (servers.length === 0) return null;
  const roles: Role[] = [];
  for (const id of servers) {
    const member = await memberOf(api, id, user);
    if (member === null) continue;
    const guild = Guild.parse(await api.get(Routes.guild(id)));
    const server = { id, ownerId: guild.owner_id, roles: guild.roles };
    roles.push(roleIn(server, { id: user, ...member }, named));
  }
  return roles.length === 0 ? "gone" : highest(roles);
}

async function memberOf(api: Api, server: string, user: string) {
  try {
    const told = Member.parse(await api.get(Routes.guildMember(server, user)));
    const until = Date.parse(told.communication_disabled_until ?? "");
    return { roles: told.roles, isTimedOut: until > Date.now() };
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error))) return null;
    throw error;
  }
}
