import type { SettledFile } from "./copy.ts";

/** A file as the place where it lies describes it, without a look at its bytes. */
export interface Face {
  readonly size: number;
  readonly mtimeMs: number;
}

/** What one look at a file found. */
export type Look<Own extends Face> =
  | { readonly kind: "file"; readonly state: Own }
  /** It is gone, or is no file at all: a folder, a FIFO, a socket. */
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string }
  /** Its path belongs to another file, by whose side it is reported under its own spelling. */
  | { readonly kind: "twin"; readonly path: string; readonly reason: string }
  /** The place itself does not answer, which says nothing about the file. */
  | { readonly kind: "unreachable" };

/** What came of reading a file. */
export type FileRead =
  | { readonly kind: "settled"; readonly file: SettledFile }
  | { readonly kind: "changing" }
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "unreachable" };

/** Port: where copy lies, a file at a time. A `file` is what the place itself calls it: a path on the disk, a key. */
export interface Shelf<Own extends Face> {
  /** As in `SettledFile`. */
  pathOf(file: string): string;
  /** Looks at a file without reading it. */
  look(file: string): Promise<Look<Own>>;
  /** Reads a file as it was when it was looked at; `changing` when it is another one by now. */
  read(file: string, state: Own): Promise<FileRead>;
  /** As in `SettledFile`. */
  stampOf(state: Own): string;
  /** Whether nobody has written to it between two looks. */
  isSame(one: Own, other: Own): boolean;
  /** It says who is at writing a file, however long that one stalls. */
  readonly seesWriters: boolean;
  /** @param since a moment by `performance.now()`: what was known before proves nothing */
  isWritten(file: string, since: number): Promise<boolean>;
}

/** Port: the place where copy lies, as a whole. */
export interface Home {
  /** Changes when another place takes this one's, a mount among them; `null` while there is none, or nobody can tell. */
  identity(): Promise<string | null>;
  /**
   * Its identity alone proves that it is the same, however little is left in it. Where it does not, a
   * place that shows all but empty may be another one.
   */
  readonly provesItself: boolean;
  /** Those of the paths at which certainly nothing lies. */
  absentOf(paths: readonly string[]): Promise<readonly string[]>;
}
