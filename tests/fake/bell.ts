import type { Bell, News } from "#desk/port/bell.ts";

/** A bell that nobody else hears, but the test, which also plays the others. */
export interface TestBell extends Bell {
  readonly rung: readonly News[];
  readonly isClosed: () => boolean;
  /** Another process says something. */
  say(news: News | null): void;
}

export function testBell(): TestBell {
  const rung: News[] = [];
  const hearing: ((news: News | null) => void)[] = [];
  let isClosed = false;
  return {
    rung,
    isClosed: () => isClosed,
    onRing: (told) => void hearing.push(told),
    ring: (news) => void rung.push(news),
    say: (news) => hearing.forEach((told) => void told(news)),
    close: async () => {
      isClosed = true;
    },
  };
}
