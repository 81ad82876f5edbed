import { writeOrders } from "#edge/config/write-orders.ts";
import { clock, DONE, openStoreOf, out, readSetting } from "./setting.ts";

/** `orders`: the channels that were ordered in chat, as they would stand in the config file. */
export async function orders({ json }: { readonly json: boolean }): Promise<number> {
  const { env, orders: ofFile } = readSetting();
  const store = await openStoreOf(env);
  const [all, pauses] = [await store.orders.orders(), await store.orders.pauses()];
  await store.close();
  const now = clock.now();
  const told = all.map((order) => {
    const until = pauses.get(order.name) ?? null;
    return { ...order, restsUntil: until !== null && until > now ? until : null };
  });
  if (json) {
    for (const { entry, owner, by, byName, at, restsUntil } of told) {
      const rests = restsUntil === Infinity ? "resumed" : restsUntil;
      out.line(JSON.stringify({ entry, owner, by, byName, at, restsUntil: rests }));
    }
    return DONE;
  }
  // In the file a digest to one person would be everybody's to know of.
  const shared = told.filter(({ owner }) => owner === null);
  out.line(writeOrders(shared, ofFile.timeZone).trimEnd());
  const own = told.length - shared.length;
  if (own > 0) {
    out.line(`# Left out: ${own} by direct message, which belong to one person each (--json).`);
  }
  return DONE;
}
