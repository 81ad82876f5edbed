import type { SourceSettings } from "#desk/source/settings.ts";

/** What to watch, by which rules, and whom to tell. */
export interface FolderSettings extends SourceSettings {
  /** Made when it is missing. */
  readonly folder: string;
  /** Looks through the folder again and again instead of being told, every 2,000 ms or `sweepMs`, else every five minutes: for network shares. */
  readonly usePolling?: boolean;
}
