/** The beginning of a file, for people: text on lines, with whatever is no letter or sign of text replaced by a dot. */
export interface Peeked {
  readonly lines: readonly string[];
  /** Bytes of the whole file. */
  readonly size: number;
  /** There is more of it. */
  readonly more: boolean;
}

/** Port: looks at the beginning of a file where copy lies, for editors alone; `null` where none can be read there. */
export type Peek = (path: string) => Promise<Peeked | null>;
