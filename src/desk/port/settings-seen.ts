/** A part of the config: a channel by its name, or the newsroom itself. */
export type Subject = string;

/** What a part of the config says: of each of its settings a hash. */
export type Said = Readonly<Record<string, string>>;

/** Port: what the config said at the last start. */
export interface SettingsSeen {
  /** Nothing before the first start that noted it. */
  seen(): Promise<ReadonlyMap<Subject, Said>>;
  /** Replaces all of it. */
  see(said: ReadonlyMap<Subject, Said>): Promise<void>;
}
