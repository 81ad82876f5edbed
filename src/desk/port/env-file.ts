/** What came of writing into the file; a value is in no sentence. */
export type EnvWriting =
  | { readonly ok: true }
  /** Why it was left as it was. */
  | { readonly ok: false; readonly says: string };

/** Port: the file of the environment, whose variables count from the next start on. */
export interface EnvFile {
  /** `.env`, as people find it. */
  readonly name: string;
  /** Sets these variables and no other, all or none of them. */
  write(values: Readonly<Record<string, string>>): Promise<EnvWriting>;
}
