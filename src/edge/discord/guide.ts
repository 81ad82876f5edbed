import type { Guide } from "#desk/port/guide.ts";

/** How a newcomer sets Discord up. */
export const DISCORD_GUIDE: Guide = {
  steps: [
    {
      text: "Open Discord's Developer Portal, choose New Application, and call it Copydesk.",
      href: "https://discord.com/developers/applications",
    },
    {
      text: "Choose Bot at the left. No privileged intent is needed: leave all three switched off. Switch Public Bot off, so that nobody else adds your bot to a server.",
    },
    { text: "Press Reset Token there, copy the token, and paste it below." },
    {
      text: "Once it is taken, a link appears here that brings the bot into your server with the permissions that it needs.",
    },
  ],
  asks: [
    {
      variable: "DISCORD_TOKEN",
      label: "Bot token",
      hint: "From Bot, Reset Token",
      required: true,
    },
  ],
};
