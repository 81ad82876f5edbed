import type { ServiceState } from "#desk/port/chat-service.ts";
import type { Inbox } from "./inbox.ts";

/** Takes states until one of a kind comes. */
export async function takeState<K extends ServiceState["kind"]>(
  states: Inbox<ServiceState>,
  kind: K,
): Promise<Extract<ServiceState, { kind: K }>> {
  for (;;) {
    const state = await states.take();
    if (isKind(state, kind)) return state;
  }
}

function isKind<K extends ServiceState["kind"]>(
  state: ServiceState,
  kind: K,
): state is Extract<ServiceState, { kind: K }> {
  return state.kind === kind;
}
