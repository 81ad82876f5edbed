import type { Gender } from "./mention.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Given names that are hardly ever a woman's. */
const MALE = set(`
  aaron abdul abdullah adam adrian ahmed alan albert alejandro alexander alfred ali amit andrew andrzej
  anil anton anthony antonio arjun arthur ashok barack ben benjamin bernard bernie bill bob boris brad brian
  bruce carl carlos charles christopher chuck colin craig daniel david dennis diego dmitry donald
  douglas edward emeka emmanuel eric ernest fernando francisco frank franz fred frederick gary geoffrey george
  gerald giovanni giuseppe gordon graham gregory hamid hans harold harry hassan henry herbert howard
  hugh hussein ian ibrahim igor imran ivan jack jacob jakub james jason jeff jeffrey jeremy jerome
  jim joe john jonathan jorge jose joseph josé juan karl keith kenneth kevin khalid klaus kofi kwame
  lars lawrence leonard luigi luis malcolm manuel marco mario mark martin matthew michael miguel mike
  mitch mitt mohamed mohammad mohammed muhammad mustafa narendra neil nicholas nigel oliver omar oscar
  osama pablo patrick paul pavel pedro peter philip pierre piotr rahul rajesh ralph ramesh ravi
  raymond recep richard robert roberto roger ronald roy rudolf rudy russell sanjay sean sergei sergio
  shane shigeru simon stanley stefan stephen steve steven suresh ted thomas tim timothy todd tom tony
  victor vijay viktor vincent vinod vladimir volodymyr walter wayne werner william winston xavier yusuf zachary
`);
/** And those that are hardly ever a man's. */
const FEMALE = set(`
  abigail adele agnes aisha alexandra alice amanda amelia amy ana angela anita ann anna anne annika
  aoife asha ayesha barbara beatrice benazir bettina betty beth brenda bridget camila carla carmen
  caroline catherine cecile charlotte chiara christina christine claire claudia cynthia daniela debbie
  deborah delia denise diana dolores donna doris dorothy edith eleanor elena elizabeth ellen elsa
  emily emma erin esther eva eve fatima fiona florence frances francesca gabriela genevieve georgia
  gertrude gillian gina giulia gloria grace greta hannah harriet heather helen helena hillary ilse
  indira ines ingrid irene isabel isabella ivanka jacinda jacqueline jane janet jasmine jennifer
  jessica joan joanna josephine joyce judith julia julie karen kate katherine kathleen katie kirsten
  laura leila lena liz louise lucia lucy maggie manuela margaret maria marie marion martha mary maud
  maya meera megan melania melissa michelle mildred miriam monica nadia nancy naomi natalia natalie
  nicola nicole nikki nina nora olga olivia pamela patricia paula penelope philippa phoebe polly
  priscilla priya rachel rebecca rita rosa rosemary ruth sally samantha sandra sarah serena shirley
  silvia sofia sonia sophia sophie stella stephanie sunita susan suzanne sylvia tamara tanya teresa
  tessa theresa tina ursula valentina vanessa vera veronica victoria virginia vivian wanda wendy yasmin yvonne zainab zoe
`);

/**
 * The gender that a given name mostly has. It may forbid a pronoun, and never chooses anyone: a name
 * that says "woman" is no evidence that "she" means her.
 */
export function genderOfName(name: string): Gender {
  const words = name.toLowerCase().split(/\s+/u);
  const [given = ""] = words;
  if (words.length < 2) return "unknown";
  if (MALE.has(given)) return "male";
  return FEMALE.has(given) ? "female" : "unknown";
}
