import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import type { Installations } from "#desk/port/installations.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import type { Seal } from "./seal.ts";

/** What is kept of an installation. */
const Kept = z.object({ token: z.string(), botId: z.string(), botUserId: z.string() });
type Kept = z.infer<typeof Kept>;

/** The workspace whose token is in `.env`. */
export interface HomeInstallation {
  readonly token: string;
  /** Its id, once Slack has told it. */
  readonly team: () => string | null;
}

export interface InstalledOptions {
  readonly installations: Installations;
  readonly seal: Seal;
  /** Ids of the workspaces that the app may be installed in; any other is refused. */
  readonly allowed: readonly string[];
  readonly home: HomeInstallation;
  readonly now: () => number;
}

/** The app is installed where nobody has allowed it. */
export class InstallationError extends Error {
  override readonly name = "InstallationError";
}

/** The tokens of all workspaces. Whoever reads the store without the key learns none of them. */
export interface Installed {
  /** @returns `null` for a workspace in which the app is not installed */
  tokenOf(team: string): Promise<string | null>;
  /** As Bolt asks for it. */
  readonly store: InstallationStore;
  remove(team: string): Promise<void>;
}

export function createInstalled(options: InstalledOptions): Installed {
  const { installations, seal, allowed, home, now } = options;
  const find = async (team: string): Promise<Kept | null> => {
    const stored = await installations.find(team);
    return stored === null ? null : Kept.parse(JSON.parse(seal.open(team, stored.sealed)));
  };
  /** Slack does not say who took it out. */
  const audited = (team: string): AuditEntry => {
    const did = `took Copydesk out of the Slack workspace ${team}`;
    return { at: now(), by: `slack:${team}`, name: "Somebody there", did };
  };
  return {
    async tokenOf(team) {
      if (team === home.team()) return home.token;
      return (await find(team))?.token ?? null;
    },
    remove: (team) => installations.remove(team, audited(team)),
    store: {
      async storeInstallation({ team, bot, user }) {
        if (team === undefined || bot === undefined) {
          throw new InstallationError("Copydesk is installed in one workspace at a time.");
        }
        if (!allowed.includes(team.id)) {
          throw new InstallationError(
            `Copydesk is not to be installed in ${team.id}: add it to SLACK_WORKSPACES in .env.`,
          );
        }
        const kept: Kept = { token: bot.token, botId: bot.id, botUserId: bot.userId };
        const sealed = seal.seal(team.id, JSON.stringify(kept));
        const did = `installed Copydesk in the Slack workspace ${team.id}`;
        const audit = { at: now(), by: `slack:${team.id}/${user.id}`, name: user.id, did };
        await installations.save({ team: team.id, sealed, at: now() }, audit);
      },
      async fetchInstallation({ teamId: team = "" }: InstallationQuery<boolean>) {
        if (team === home.team()) return told(team, { ...NOBODY, token: home.token });
        const kept = await find(team);
        if (kept === null) throw new InstallationError(`Copydesk is not installed in ${team}.`);
        return told(team, kept);
      },
      async deleteInstallation({ teamId = "" }: InstallationQuery<boolean>) {
        await installations.remove(teamId, audited(teamId));
      },
    },
  };
}

const NOBODY = { botId: "", botUserId: "" };

function told(team: string, { token, botId, botUserId }: Kept): Installation<"v2", false> {
  return {
    team: { id: team },
    enterprise: undefined,
    user: { token: undefined, scopes: undefined, id: "" },
    bot: { token, scopes: [], id: botId, userId: botUserId },
    authVersion: "v2",
    isEnterpriseInstall: false,
  };
}
