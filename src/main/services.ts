import { NOBODY_NAMED } from "#core/access/role.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { ServiceParts } from "#edge/chat/platform.ts";
import type { Setting } from "./setting.ts";

/** The platforms that have a token. Their SDKs are loaded only when they are used, one after the other. */
export async function servicesOf(
  { env, orders: { roles } }: Pick<Setting, "env" | "orders">,
  channels: () => readonly Channel[],
  parts: Omit<ServiceParts, "channelOf" | "places" | "named">,
): Promise<readonly ChatService[]> {
  const services: ChatService[] = [];
  for (const [platform, { connect }] of env.chats) {
    const channelOf = (address: string) =>
      channels().find(({ places }) => places[platform] === address)?.name ?? null;
    const places = () =>
      channels().flatMap(({ name: channel, owner, places }) => {
        const address = places[platform];
        return address === undefined || owner !== undefined ? [] : [{ channel, address }];
      });
    const named = roles[platform] ?? NOBODY_NAMED;
    if (connect !== null) services.push(await connect({ ...parts, channelOf, places, named }));
  }
  return services;
}
