/** Port: beats about once a minute; a beat may come late, twice or not at all. */
export interface Ticker {
  start(onTick: () => Promise<void>): void;
  /** Beats beside its time; during a beat that is still at work, once that is over. Before the start, nothing happens. */
  beat(): void;
  stop(): Promise<void>;
}
