import { BlockList, isIP } from "node:net";

/** IANA's special-purpose registries of IPv4 and IPv6: what no feed of the open net lies at. */
const V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
/** Within 2000::/3, outside of which nothing is given out. Tunnels hold an IPv4 address of anybody's choice. */
const V6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const special = new BlockList();
for (const [net, bits] of V4) special.addSubnet(net, bits, "ipv4");
for (const [net, bits] of V6) special.addSubnet(net, bits, "ipv6");
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");

/** Says whether an IP address lies in the open net. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/u, "");
  const version = isIP(bare);
  if (version === 4) return !special.check(bare, "ipv4");
  return version === 6 && given.check(bare, "ipv6") && !special.check(bare, "ipv6");
}
