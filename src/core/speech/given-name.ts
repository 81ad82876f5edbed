import type { Gender } from "./mention.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Given names that are hardly ever a woman's. */
const MALE = set(`
  aaron abdul abdullah adam adrian ahmed alan albert alejandro ander alfred ali amit andrew andrzej
  anil anton anthony antonio arjun arthur ashok barack ben benjamin bernard bernie bill bob boris brad bradley brian
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
  alec alessandro alex alfonso alistair allan allen amir andre andreas andrei andré angus antoine archie
  arnold arturo asif barry bashar benedict benny bharat bilal björn bobby boyd brandon brendan brett bruno bryan
  carlo cesar chad clarence clement clive colm conor corey cyril damien damon dan danny darren dave
  dean deepak denis derek derrick desmond dick dieter dominic don duncan dwight earl eddie edgar eduardo edwin
  elton emanuel enrique erik esteban eugene evan ewan faisal felipe felix finn francois françois gareth gavin
  gerard gerhard gerry giles glen grant greg gregor gus guy hank heinrich henrik hector hugo iain ignacio
  igor ike imad imtiaz isaac ismail jakob jamal jared jay jerry jimmy joachim joel johan johann johannes
  johnny josef josh joshua julian julio jürgen justin kaveh ken kurt kyle larry lance leo leon leonid
  levi liam lionel louis luca lucas luke magnus mahmoud malik manoj marc marcel marcos marcus marek martín
  matt mateo maurice max mehmet mick mikhail milos mohsin murad musadik nasser nathan nathaniel ned nelson nick
  nicolas niklas noah norman oleg oliver olivier oscar otto owen pavlos percy pete phil philippe pranab
  rafael raj rajiv randy raul ravi ray reggie reza ricardo rick riccardo rob rodrigo rory ross ruben
  saeed salman samuel scott sebastian sergey seth shahid shaun sidney simeon steven stewart stuart
  tariq tarek terence theo theodore thiago timo tobias tomas tommy travis trevor troy tyler umar vadim
  valery vic vince vivek wade wally warren wilfred wilhelm will willem wolfgang yasser yuri zach
  victor vijay viktor vincent vinod vladimir volodymyr walter wayne werner william winston xavier yusuf zachary
`);
/** And those that are hardly ever a man's. */
const FEMALE = set(`
  abigail adele agnes aisha alexandra alice amanda amelia amy ana angela anita ann anna anne annika
  aoife asha ayesha barbara beatrice benazir bettina betty beth brenda bridget camila carla carmen
  caitlin caitlyn caroline catherine cecile charlotte chiara christina christine claire claudia cynthia daniela debbie
  deborah delia denise diana dolores donna doris dorothy edith eleanor elena elizabeth ellen elsa
  emily emma erin esther eva eve fatima fiona florence frances francesca gabriela genevieve georgia
  gertrude gillian gina giulia gloria grace greta hannah harriet heather helen helena hillary ilse
  indira ines ingrid irene isabel isabella ivanka jacinda jacqueline jane janet jasmine jennifer
  jessica joan joanna josephine joyce judith julia julie karen kate katherine kathleen katie kirsten
  laura leila lena liz louise lucia lucy maggie manuela margaret maria marie marion martha mary maud
  maya meera megan melania melissa michelle mildred miriam monica nadia nancy naomi natalia natalie
  nicola nicole nikki nina nora olga olivia pamela patricia paula penelope philippa phoebe polly
  priscilla priya rachel rebecca rita rosa rosemary ruth sally samantha sandra sarah serena shirley
  adriana alana alejandra alicia alina allison alyssa amina anastasia angelina angelique annette annie
  antonia april ariana arianna astrid audrey ava azra bella bernadette beth bethany beverly birgit bonnie brittany
  candace carol carole carolina carolyn cassandra cathy celia chelsea cheryl christy cindy clara clare colleen
  cora crystal daisy danielle daphne dawn deirdre demi dina dolly eileen elaine elisa elisabeth eliza elise ella ellie
  eloise emilia emilie estelle ethel eugenia evelyn faith farah fatou felicity fern fiona freya gail gemma geraldine
  gwen gwyneth hazel heidi holly imogen ida ilana inga iris isobel ivy jana janice jeannie
  jeanne jenna jenny jill joann jodie joy juanita judy juliana juliet katarina katharine kathryn kathy katrina
  katy kimberly kristen kristin kristina lara larissa latasha lauren lena leona leticia lila
  lily linda lisa lola lorraine louisa lucille luisa lydia mabel madeleine madeline maeve
  malala mandy mara marcia margarita margot mariam mariana marina marisa marjorie marlene maryam matilda maureen
  mavis mercedes meryl mia millie miranda mollie molly mona muriel myra nadine nadya natasha nell nicola
  ophelia oprah pam pauline pearl peggy penny petra phyllis poppy rania renata renee renée rhonda roberta
  rosalie rosalind rosanne rose rosie roxanne ruby sabrina sadie saoirse saskia selena sharon sheila
  shelley sherry sheryl siobhan sinead stacey sue susanna svetlana tabitha tara tatiana tess tiffany
  tracey trudy una uma valerie valeria violet wilma winifred yolanda yulia zara zoë
  silvia sofia sonia sophia sophie stella stephanie sunita susan suzanne sylvia tamara tanya teresa
  tessa theresa tina ursula valentina vanessa vera veronica victoria virginia vivian wanda wendy yasmin yvonne zainab zoe
`);

/**
 * The gender that a given name mostly has. It may forbid a pronoun, and break a tie between ways that
 * disagree, and never chooses anyone alone: a name that says "woman" is no evidence that "she" means her.
 */
export function genderOfName(name: string): Gender {
  const lower = name.toLowerCase();
  const end = lower.search(/\s/u);
  const given = end < 0 ? lower : lower.slice(0, end);
  // "Warren" alone is a surname as well; "Megan" hardly ever is.
  if (MALE.has(given) && end >= 0) return "male";
  return FEMALE.has(given) ? "female" : "unknown";
}
