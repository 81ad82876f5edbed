/** What a process has to tell the others of: `copy` that is urgent or changes posts · `posts` that wait in the outbox. */
export const NEWS = ["copy", "posts"] as const;
export type News = (typeof NEWS)[number];

/** Port: how processes at work on one store tell each other that there is something to look at. */
export interface Bell {
  /** Has somebody told of what others say; `null`: something may have been missed. */
  onRing(told: (news: News | null) => void): void;
  /** Tells the others, as far as they hear of it. */
  ring(news: News): void;
  close(): Promise<void>;
}
