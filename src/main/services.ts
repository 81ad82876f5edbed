import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { ServiceParts } from "#edge/chat/platform.ts";
import type { Setting } from "./setting.ts";

/** What of the setting the platforms go by. */
export interface ServicesSetting extends Pick<Setting, "env"> {
  readonly orders: Pick<Setting["orders"], "roles">;
}

/** The platforms that have a token. Their SDKs are loaded only when they are used, one after the other. */
export async function servicesOf(
  setting: () => ServicesSetting,
  channels: () => readonly Channel[],
  parts: Omit<ServiceParts, "channelOf" | "places" | "named">,
): Promise<readonly ChatService[]> {
  const services: ChatService[] = [];
  for (const [platform, { connect }] of setting().env.chats) {
    const channelOf = (address: string) =>
      channels().find(({ places }) => places[platform] === address)?.name ?? null;
    const places = () =>
      channels().flatMap(({ name: channel, owner, places }) => {
        const address = places[platform];
        return address === undefined || owner !== undefined ? [] : [{ channel, address }];
      });
    const named = namedNow(() => setting().orders.roles[platform] ?? NOBODY_NAMED);
    if (connect !== null) services.push(await connect({ ...parts, channelOf, places, named }));
  }
  return services;
}

/** Whom the config names at the moment when it is asked: who is taken out of it may do nothing more. */
function namedNow(roles: () => NamedRoles): NamedRoles {
  return {
    get editors() {
      return roles().editors;
    },
    get admins() {
      return roles().admins;
    },
  };
}
