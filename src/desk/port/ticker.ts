/** Port: beats about once a minute; a beat may come late, twice or not at all. */
export interface Ticker {
  start(onTick: () => Promise<void>): void;
  stop(): Promise<void>;
}
