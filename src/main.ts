import { enableCompileCache } from "node:module";

// Compiled code is kept in the system's folder for temporary files: the second start takes half the
// time, and less memory. It must be on before anything else is loaded, hence the import below it.
enableCompileCache();

const { run } = await import("./main/run.ts");
process.exitCode = await run(process.argv.slice(2));
