import type { Instant } from "#core/article/instant.ts";
import type { AuditEntry } from "./standing-orders.ts";

/** A workspace in which the Slack app was installed; its token is sealed, and only the edge opens it. */
export interface SealedInstallation {
  /** Slack's id of the workspace: `T0123ABCD`. */
  readonly team: string;
  readonly sealed: string;
  readonly at: Instant;
}

/** Port: the workspaces in which the app was installed, beside the one whose token is in `.env`. */
export interface Installations {
  /** Replaces an earlier one of the same workspace; the audit tells who installed it. */
  save(installation: SealedInstallation, audit: AuditEntry): Promise<void>;
  find(team: string): Promise<SealedInstallation | null>;
  /** The audit tells of it where there was one. */
  remove(team: string, audit: AuditEntry): Promise<void>;
}
