import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { createInbox, type Inbox } from "#tests/fake/inbox.ts";

/**
 * Socket Mode as Slack documents it ("Using Socket Mode"): hello, envelopes, acknowledgements,
 * disconnect.
 */
export interface Sockets {
  /** Acknowledgements of envelopes. */
  readonly acks: Inbox<Ack>;
  /** How many sockets stood, each time that one was greeted. */
  readonly greeted: Inbox<number>;
  /** How many sockets stood, each time that one was closed. */
  readonly left: Inbox<number>;
  /** Sends an envelope to the app; the same id again is a repetition. */
  send(envelope: Envelope): void;
  /** Announces a refresh, as Slack does every few hours. */
  refresh(): void;
  /** Stops reading from every socket: they stay open, and answer neither ping nor close. */
  stall(): void;
  /** Breaks every socket without a word. */
  cut(): void;
}

export interface Ack {
  readonly envelope_id: string;
  /** What the app answers with its acknowledgement. */
  readonly payload?: unknown;
}

export interface Envelope {
  readonly envelope_id: string;
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: Readonly<Record<string, unknown>>;
}

const AckMessage = z.object({ envelope_id: z.string(), payload: z.unknown() });

export function acceptSockets(http: Server): Sockets {
  const open = new Set<WebSocket>();
  const acks = createInbox<Ack>();
  const greeted = createInbox<number>();
  const left = createInbox<number>();
  new WebSocketServer({ server: http }).on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => {
      open.delete(socket);
      left.put(open.size);
    });
    socket.on("message", (data) => acks.put(AckMessage.parse(JSON.parse(String(data)))));
    socket.send(JSON.stringify({ type: "hello", num_connections: open.size }));
    greeted.put(open.size);
  });
  const sendAll = (message: object) => {
    for (const socket of open) socket.send(JSON.stringify(message));
  };
  return {
    acks,
    greeted,
    left,
    send: (envelope) => sendAll({ ...envelope, accepts_response_payload: true }),
    refresh: () => sendAll({ type: "disconnect", reason: "refresh_requested" }),
    stall: () => {
      for (const socket of open) socket.pause();
    },
    cut: () => {
      for (const socket of open) socket.terminate();
    },
  };
}
