/** Where and when a report was filed, and by whom, as its lede opens. */
export interface Dateline {
  readonly place: string;
  /** As printed: `May 8`. */
  readonly date: string | null;
  readonly agency: string | null;
}
