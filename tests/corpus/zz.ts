import { createWriteBrief } from "#core/brief/write.ts";
import { draftOf } from "#tests/eval/gold.ts";
import { faultsOf } from "./check.ts";
import { readCorpus } from "./corpus.ts";
const w=createWriteBrief(); const C=readCorpus(); let n=0;
for (const e of C){const f=faultsOf(w(draftOf("c",e.given.title??null,e.given.in)),e.given); if(f.length){n++;console.log(`\n[${e.rule} / ${e.kind}]\n   ${e.given.in.replaceAll("\n"," ¶ ")}\n   WANT ${JSON.stringify({q:e.given.quotes,f:e.given.facts,role:e.given.role})}\n   GOT  ${f.join(" || ")}`)}}
console.log(C.length,"cases",n,"fail");
