// npm scripts load this before anything else. It is JavaScript, so that a Node that is too old to read
// TypeScript can say so in a sentence, in place of an error about a file's extension.
import { readFileSync } from "node:fs";

const wanted = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).engines
  .node;
const [major, minor] = /(\d+)\.(\d+)/.exec(wanted).slice(1).map(Number);
const [hasMajor, hasMinor] = process.versions.node.split(".").map(Number);

if (hasMajor < major || (hasMajor === major && hasMinor < minor)) {
  console.error(
    `Copydesk needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}: run npm ci, which brings it (with the install script of the package "node" allowed), or install it.`,
  );
  process.exit(1);
}
