/**
 * Asks the same of many that come one by one: those that come while a question is under way are asked about together after
 * it, so that each is told how it stands after it came.
 *
 * @param ask tells what there is of some, by their keys
 */
export function askedTogether<Answer>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
): (key: string) => Promise<Answer | null> {
  let waiting = new Map<string, PromiseWithResolvers<Answer | null>>();
  let running = false;
  const askAll = async (some: typeof waiting) => {
    try {
      const found = await ask([...some.keys()]);
      for (const [key, { resolve }] of some) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of some.values()) reject(error);
    }
  };
  const run = async () => {
    running = true;
    while (waiting.size > 0) {
      const some = waiting;
      waiting = new Map();
      await askAll(some);
    }
    running = false;
  };
  return (key) => {
    const asked = waiting.get(key) ?? Promise.withResolvers<Answer | null>();
    waiting.set(key, asked);
    if (!running) void run();
    return asked.promise;
  };
}
