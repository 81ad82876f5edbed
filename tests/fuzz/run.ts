// npm run fuzz                 20,000 generated files
// npm run fuzz -- 500 42       so many, from that seed
import { fuzz } from "./fuzz.ts";

const [cases = 20_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
process.stdout.write(`${cases} files from seed ${seed}\n`);
const { read, quarantined, faults } = await fuzz(cases, seed);
process.stdout.write(`${read} read, ${quarantined} quarantined, ${faults.length} faults\n`);
for (const fault of faults.slice(0, 20)) process.stdout.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
