import { z } from "zod";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { PlaceShape } from "#edge/chat/platform.ts";

/** Who has a role on each platform that knows ids of people: `{ slack: [S0123ABCD, U0123ABCD] }`. */
function people(platforms: readonly PlaceShape[], who: string) {
  const lists = platforms.flatMap(({ name, people: given }) => {
    if (given === undefined) return [];
    const said = `Ids of ${given.are} on ${platformLabel(name)}, ${who}; nobody if it is empty`;
    const ids = z.array(given.id, "write a list, with nobody in it as []");
    return [[name, ids.optional().describe(said)] as const];
  });
  // Which keys there are is not known to the types.
  return z.strictObject(
    Object.fromEntries(lists) as Record<never, never>,
    "write a list for each platform, as in { slack: [U0123ABCD] }",
  );
}

/** Who may do what, where that is not left to the platforms. */
export const rolesShape = (platforms: readonly PlaceShape[]) =>
  z
    .strictObject(
      {
        editors: people(platforms, "instead of its own editors")
          .optional()
          .describe(
            "Who may hold, kill, release, post and order; left out: whoever manages channels there, as the platform says",
          ),
        admins: people(platforms, "instead of its own admins")
          .optional()
          .describe("Who may set Copydesk up, too; left out: the platform's own admins"),
      },
      "write editors, admins, or both",
    )
    .optional()
    .describe("Who may do what, on each platform that is named here; elsewhere the platform says");

const Lists = z.record(z.string(), z.array(z.string()).optional());

/** Whom the config names on each platform on which it names somebody, or says that it is nobody. */
export function namedRoles(
  roles:
    | { readonly editors?: object | undefined; readonly admins?: object | undefined }
    | undefined,
  platforms: readonly PlaceShape[],
): Readonly<Record<Platform, NamedRoles>> {
  const editors = Lists.parse(roles?.editors ?? {});
  const admins = Lists.parse(roles?.admins ?? {});
  const named = platforms.map(({ name }) => {
    const own: NamedRoles = { editors: editors[name] ?? null, admins: admins[name] ?? null };
    return [name, own.editors === null && own.admins === null ? NOBODY_NAMED : own] as const;
  });
  return Object.fromEntries(named.filter(([, own]) => own !== NOBODY_NAMED));
}
