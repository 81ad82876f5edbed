import type { Instant } from "#core/article/instant.ts";

/** A workspace in which the Slack app was installed; its token is sealed, and only the edge opens it. */
export interface SealedInstallation {
  /** Slack's id of the workspace: `T0123ABCD`. */
  readonly team: string;
  readonly sealed: string;
  readonly at: Instant;
}

/** Port: the workspaces in which the app was installed, beside the one whose token is in `.env`. */
export interface Installations {
  /** Replaces an earlier one of the same workspace. */
  save(installation: SealedInstallation): Promise<void>;
  find(team: string): Promise<SealedInstallation | null>;
  remove(team: string): Promise<void>;
}
