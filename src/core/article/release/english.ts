import type { NoticeTable } from "./table.ts";

const USE =
  "(?:publication|publish(?:ed|ing)?|releas(?:ed?|ing)|broadcast(?:ing)?|us(?:ed?|age)|transmission|transmit(?:ted)?|print(?:ed|ing)?|online|web|quot(?:ed?|ation)|report(?:ed|ing)?|shar(?:ed?|ing)|circulat(?:ed?|ion)|distribut(?:ed?|ion)|post(?:ed|ing)?|disclos(?:ed?|ure)|disseminat(?:ed?|ion)|run|mov(?:ed?|ing)|issu(?:ed?|ing)|sen[dt]|upload(?:ed)?|go(?:ne)?(?:\\s(?:out|live))?|touch(?:ed)?|appear|circulate|forward(?:ed)?|air(?:ed)?|tweet(?:ed)?|airing|filing|attribution)";
const USES = `${USE}(?:(?:[\\s,/]|\\bor\\b|\\band\\b|\\bin\\b|\\bany\\b|\\bform\\b|\\bonline\\b)+${USE})*`;
const ANY =
  "(?:(?:any|general|public|onward|external|further|wire|newswire|agency|media|news|press|print|tv|radio|web|website|internet|social|electronic|online|the)(?:[\\s,/]|\\bor\\b|\\band\\b)+){0,3}";
const BEFORE =
  "(?:before|until|till|prior\\sto|earlier\\sthan|ahead\\sof|pending|unless|yet|for\\snow|at\\sthis\\s(?:time|stage))";
const EMBARGOED = "embargo(?:ed|'d|d)";

/** English, as British, American, Irish, Indian, Pakistani, African and Australian desks write it. */
export const ENGLISH: NoticeTable = {
  language: "en",
  stem: "nothing|wait|lawyer|legal|check|ring|call|none of|neither|transmi|dissemin|await|sign-?off|clear|on ice|touch|blackout|locked|nothing in|embargo|\\bu/e\\b|\\bemb\\b|hold|hfr|holding|releas|publi|broadcast|advance\\b|adv\\s?\\d|\\bnot?\\b|don't|confidential|draft|until|till|\\bused?\\b|prior to|spike",
  lead: `this the these following attached enclosed above below all our its of is are be remain remains has have been please note that
    nb message column letter commentary editorial photos pls plz important attention attn warning eds ed editors editor editor's desk to for strictly strict kindly background only
    press news media release statement story copy article report text content contents material information document
    paper study speech remarks interview item file notice communique announcement piece feature obituary data results findings
    figures package briefing advisory embargo embargoed under subject now therefore currently and in any form pa ap afp
    reuters upi ans ians subscribers clients broadcasters newsrooms journalists producers urgent flash revised new updated
    corrected reminder re fwd fw subject queen's king's budget date time full until before not draft internal private confidential
    hold summary judgment judgement ruling verdict dossier transcript statistics bulletin brief footage video photo essay poll survey extract
    excerpt list shortlist pack prof dr mr ms journal issued by from with immediate effect respect observe honour honor review game product`,
  around: `until till to before prior no for at on of the by from and in is be a any all strict strictly under embargo
    embargoed release released publication publish published publishing use used broadcast broadcasting
    transmission online print web website media news press papers newspapers editions time date local hrs hours h
    expires lifts lifted lift ends general public thereafter copy external onward further wire o'clock or will
    been are now new set applies apply effective starting start opening please observe respect story article
    report copyright content contents material information this entire above below its it uk-time onwards only
    papers' sunday's monday's tuesday's wednesday's thursday's friday's saturday's daily weekly sundays reporting
    sharing posting same everywhere worldwide global all-media editors note notes strict. subscribers clients
    sharp exactly precisely must form then used review between scheduled midnight-one embargos journal sites site
    social lift. when clock reads equivalent i.e ie that which corresponds corresponding zone timezone standard
    telecast telecasting relayed disseminated newswire website social-media approx
    daylight summer winter published. dissemination airing run printed press-release yet lifting ending expiring
    expiry`,
  object: "on|against|of|over|targeting|banning",
  prose: `expired lapsed paragraph said says say told tells was were had did does wants want calls called warns warned hits hit halts ends ended
    because despite after although which who whom whose would could should might marks marked names named expire expires grounded
    fell rose stayed forced forces faces faced imposed imposes`,
  dayFirst: false,
  has24Hours: false,
  moments: [],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo(?:ed|es|s)?(?:\\W+on (?:this|the|our|that) \\p{L}+(?: (?:below|above))?)?\\W*(?:\\(?(?:is|are|has|have|been|was|were|will|be|now|early|already|no|longer|date|time|until|in|force|for)\\W+){0,5}(?:lifted|immediate|removed|over|passed|expired|ended|off|gone|none|nil|n/a|waived|dropped|cancel?led|longer (?:applies|in (?:force|place)))\\b",
      hit: "EMBARGO LIFTED – Minister resigns",
      miss: "Trade embargo lifted after 30 years",
    },
    {
      weight: "lifted",
      reads:
        "\\b(?:not under|no|without|not subject to|free of) embargo\\b|\\b(?:no longer|not) embargoed\\b|\\bembargo\\s?[:=-]\\s?(?:no|false|not applicable)\\b",
      hit: "No embargo – free to use",
      miss: "No embargo on grain, ministers say",
    },
    {
      weight: "lifted",
      reads:
        "\\b(?:for )?immediate(?:ly)? (?:release|publication|use|broadcast)\\b|\\bfree (?:to|for) (?:use|publish|publication|release|broadcast)\\b(?!\\s(?:on|at|from|after|until)\\b)|\\breleased? immediately\\b",
      hit: "FOR IMMEDIATE RELEASE",
      miss: "The judge ordered his immediate release",
    },
    {
      weight: "sure",
      reads: `\\b${EMBARGOED}\\b(?! (?:goods|cargo(?:es)?|oil|arms|weapons|country|countries|nations?|grain|products?|items))(?:\\s(?:until|till|to|for|before|by|at|from|copy|material|release|story|news|press release|report|advance|and|not|against delivery)\\b)*`,
      hit: "EMBARGOED UNTIL 00.01 GMT ON FRIDAY 9 MAY 2025",
      miss: "Embargoed goods worth $3m were seized in the port",
    },
    {
      weight: "sure",
      reads:
        "\\bunder (?:an? |the |our |its )?(?:strict |full |total |press |media |news |complete )*embargo\\b(?:\\s(?:until|till|to|for|before))?",
      hit: "Under strict embargo until 10 a.m. on 9 May 2025",
      miss: "Under embargo for 60 years, the island's cars still run",
    },
    {
      weight: "sure",
      reads: "\\bstrict(?:ly)?(?: press| media| news| full| copy| publication)* embargo\\b",
      hit: "STRICT EMBARGO 2025-05-09T00:01Z",
      miss: "A strict embargo on arms has been in force since 1998",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:press|media|news|copy|story|publication|reporting|release|broadcast) embargo\\b|\\bembargo (?:date|time|notice|details|period|changed?|extended|moved|revised|update)\\b|\\b(?:new|revised|extended|changed|updated|amended) embargo\\b",
      hit: "NEW EMBARGO: 0001 GMT, 9 May 2025",
      miss: "Media embargo broken by rivals, the club complained",
    },
    {
      weight: "sure",
      reads: `\\b(?:please )?(?:observe|respect|honou?r|note|adhere to|comply with|mind) (?:the |this |our |an? |that )?(?:following |strict |press |media |news )*embargo\\b`,
      hit: "PLEASE OBSERVE EMBARGO: 00:01 GMT 9 MAY",
      miss: "Both sides should honour the arms embargo, she said",
    },
    {
      weight: "timed",
      reads:
        "\\bembargo(?:es|s)?\\b(?:\\s?[:=-]\\s?|\\s|$)?(?:(?:in place|in force|applies|is|will|be|lifts?|lifted|ends|expires|remains)\\s)*(?:until|till|to|for|before|by|at|from|on)?",
      hit: "Embargo 23.30 hours UK time Monday 5 May 2025",
      miss: "Embargo from Monday on poultry",
    },
    {
      weight: "sure",
      reads: "(?<![\\p{L}\\p{N}/.])u/e(?![\\p{L}/])",
      hit: "U/E until 9 May 2025",
      miss: "The U/E ratio fell to 9 in May",
    },
    {
      weight: "timed",
      reads: "(?<![\\p{L}\\p{N}])emb\\b\\.?(?=\\s?:?\\s?(?:until|till|to|\\d))",
      hit: "emb. until 0001 GMT 9 May",
      miss: "The Emb. of Spain said on 9 May that it had closed",
    },
    {
      weight: "sure",
      reads: `\\b(?:strictly )?(?:not?|never|do not|don't|must not|may not|cannot|can't|should not|is not|are not|not to be|no part) (?:be |to be |for |to )?${ANY}${USES}[^.;:!?\\n]{0,60}?\\b${BEFORE}\\b`,
      hit: "Not to be published or broadcast before 00.01 BST on Friday 9 May 2025",
      miss: "No release before Friday for jailed reporter",
    },
    {
      weight: "sure",
      reads: `\\b(?:strictly )?not for (?:any |general |public |onward |further |immediate )?(?:publication|release|broadcast|transmission|reporting)\\b(?!(?:,? (?:or|and|nor) \\p{L}+){0,4} (?:in|within|outside|into|to) )(?:(?: or (?:publication|release|broadcast|distribution|transmission|circulation)))?`,
      hit: "NOT FOR PUBLICATION",
      miss: "The letters were not for publication, her brother said",
    },
    {
      weight: "sure",
      reads:
        "\\bhold(?:ing)? for (?:release|clearance|publication|approval|editor|the desk|desk|legal|lawyers)\\b(?! of\\b)|\\bhold (?:this |the )?(?:copy|story|release|article|item|file)(?= (?:until|till|for|pending)|\\W*$)|\\bhold(?= (?:pending|for now)\\b)",
      hit: "HOLD FOR RELEASE",
      miss: "Hold for release of hostages, families say",
    },
    {
      weight: "timed",
      reads: "\\b(?:strictly )?not before\\b|\\bno earlier than\\b",
      hit: "NOT BEFORE 6.30AM, 9 MAY 2025",
      miss: "Not before time, on 9 May 2025 the road was mended",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:on hold|hold(?:ing)?|held|holds)(?: (?:off|on|fire))?(?: (?:this|that|it|these|them|the|all|our))?(?: (?:one|piece|item|copy|story|line|lot|package|version|report|text|file|column|feature|take))?(?: (?:of (?:it|this)|below|above|please))?(?: back)?(?: (?:for|until|till|to))\\b",
      hit: "ON HOLD UNTIL 9 MAY 2025",
      miss: "Hold until Monday, police tell drivers",
    },
    {
      weight: "sure",
      reads:
        "\\bhold for (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|monday morning|weekend)(?:'s)? (?:papers?|editions?|newspapers?|print|issue|am|pm|cycle|release)\\b",
      hit: "Hold for Tuesday's papers",
      miss: "Hold for Tuesday's game is in doubt",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:not|never) (?:for|to be for) immediate(?:ly)? (?:release|publication|use|broadcast)\\b|\\bnot (?:yet )?free (?:to|for) (?:use|publish|publication|release|broadcast)\\b|\\bembargo(?:ed)? (?:in force )?(?:until|till) (?:lifted|passed|removed|cleared|released)\\b",
      hit: "NOT FOR IMMEDIATE RELEASE",
      miss: "He was told he was not free to use the pier",
    },
    {
      weight: "timed",
      reads: `\\b(?:nothing|none of|no (?:part|line|word|detail|portion)s?|neither)\\b[^.\\n]{0,50}?\\b(?:(?:may|must|should|can) be|(?:is |are )?to be)\\s(?:\\p{L}+\\s)?${USE}\\b[^.\\n]{0,60}?\\b(?:until|till|before|ahead of|prior to)\\b|\\b(?:may|must|can|should|shall) not (?:be )?(?:reported|published|released|broadcast|made public|appear|shared|quoted)\\b[^.\\n]{0,60}?\\b(?:until|till|before|ahead of|prior to)\\b|\\bnothing in this \\p{L}+ (?:may|is to|must)\\b[^.\\n]{0,60}?\\b(?:until|till|before|ahead of|prior to)\\b`,
      hit: "The information in this document may not be reported, in whole or in part, until 10:00 GMT on 9 May 2025",
      miss: "The jurors may not be named or shown by anybody in print until 9 May 2025, the judge said",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:keep (?:this )?(?:off|back)|sit on (?:this|it)|on ice|dnp)\\b[^\\n]{0,40}?\\b(?:until|till|before)\\b|\\b(?:publication ban|media blackout|blackout|time-?locked|locked|scheduled for|publish no sooner than|release authori[sz]ed from|goes live|for use in (?:newspapers|papers|editions|print))\\b(?: (?:until|till|to|at|on|from|dated))*",
      hit: "Publication ban until 0001 GMT, 9 May 2025",
      miss: "The blackout until 9 May 2025 hit the island's schools",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:please )?wait(?:ing)?(?: (?:with|on) (?:this|it|the (?:story|copy|piece)))?(?: (?:for|until|till))\\b|\\bnothing (?:(?:is to|may|must|can|to) )?(?:go(?:es)?|run|runs|move|moves|out|online|on air)(?: (?:out|live|online))?(?: (?:until|till|before))\\b",
      hit: "WAIT UNTIL 9 MAY 2025",
      miss: "Wait until 9 May for a seat, rail firm tells passengers",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:check|speak|ring|call|talk|clear)(?: (?:it|this|first))?(?: (?:to|with))?(?: [\\p{L}'’]+){1,4} before (?:using|publishing|running|releasing|use|publication|release|it (?:runs|goes)|this (?:runs|goes))\\b|\\b(?:without|not) (?:the )?(?:legal|lawyers?['’]?|desk['’]?s?) (?:clearance|sign-?off|approval|ok)\\b",
      hit: "Check with the lawyers before publishing",
      miss: "Publishers should check with the authors before publishing, the court said",
    },
    {
      weight: "alone",
      reads:
        "^\\W*(?:(?:this |it |copy |story )?(?:is |still )?(?:needs?|awaiting|awaits|pending|with|for)(?: (?:a|the|our|final))?(?: (?:legal|lawyers?|legalling))(?: (?:read|check|clearance|sign-?off|view|advice|approval|desk|department))?|to be legalled|legal to (?:clear|read|check))(?![\\p{L}])",
      hit: "WITH THE LAWYERS",
      miss: "With the lawyers gone, the room emptied",
    },
    { weight: "alone", reads: "\\bhfr\\b", hit: "HFR", miss: "HFR shares rose by 4 per cent" },
    {
      weight: "alone",
      reads:
        "^\\W*(?:(?:hold\\W+){1,4}hold|hold until (?:i|we) (?:ring|call|say so)|confidential\\W+do not (?:share|publish|distribute)|draft\\W+(?:please )?do not (?:circulate|share|publish)|draft (?:v|version )?\\d[\\d.]*|(?:awaiting|pending) (?:legal )?(?:sign-?off|clearance|approval)(?: from \\p{L}+)?|not (?:yet )?(?:cleared|approved)(?: by \\p{L}+)?|under review\\W+not cleared|usual embargo applies|embargo tbc|tbc embargo|embargo as per usual|on hold|hold|internal draft|draft only|first draft|draft copy|draft|strictly confidential|private and confidential|confidential|strictly private|do not publish|do not use|do not release|do not share|do not distribute|not for use|not to be used|unpublished|withheld|spike|internal only)(?![\\p{L}])",
      hit: "CONFIDENTIAL",
      miss: "Draft law passes",
    },
    {
      weight: "sure",
      reads:
        "\\bfor (?:use|release|publication) only (?:if|when|once|after|upon|on)\\b|\\bdraft\\W+(?:not for|do not|embargo|confidential|for internal)|\\b(?:confidential|draft)\\W+(?:draft|confidential)\\b",
      hit: "DRAFT – not for release",
      miss: "The draft was not for the faint-hearted",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:strictly )?(?:private and )?confidential (?:until|till|before|up to|to(?=\\W{1,2}(?:\\d|mon|tue|wed|thu|fri|sat|sun)))\\b",
      hit: "CONFIDENTIAL UNTIL 9 MAY 2025",
      miss: "Files kept confidential until 2030 were leaked on Friday",
    },
    {
      weight: "sure",
      reads:
        "\\brelease (?:up)?on delivery\\b|\\b(?:until|till) (?:the )?delivery\\b|\\buntil (?:it is |the speech is |speech is )?delivered\\b",
      hit: "RELEASE ON DELIVERY",
      miss: "He paid on delivery of the car",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:for |time of |date of )?(?:general |public |press |media |news )?(?:release|publication|publish|broadcast|(?:wire )?transmission|dissemination|use)(?: (?:date|time|moment|window|day|from))*\\s?(?:[:=]|\\b(?:on|at|after|from|upon|not before|not until|no earlier than|effective|starting|beginning)\\b|(?<!(?:press|media|news) release\\s?)(?=\\s?\\(?(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\d)))",
      hit: "FOR RELEASE: 00:01 GMT, 9 MAY 2025",
      miss: "For publication on Friday: new poems by Maro",
    },
    {
      weight: "timed",
      reads:
        "\\b(?<!not )(?:may|can|to|should|must) (?:only )?be (?:published|released|used|broadcast|reported|quoted|shared|posted)(?: \\p{L}+){0,2}? (?:on|at|after|from|only)\\b",
      hit: "May be used from 0001 GMT, 9 May 2025",
      miss: "The tower can be used from 9 May 2025, the council said",
    },
    {
      weight: "timed",
      reads:
        "(?<!\\bin )\\b(?:advance|adv)\\s?\\d*\\b\\s?[:,]?\\s?(?:copy )?(?:for(?: (?:release|use|publication))?)?",
      hit: "ADVANCE FOR USE FRIDAY, MAY 9, 2025, AND THEREAFTER",
      miss: "Advance for rebels at Lake Sarn on 9 May",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:await(?:ing|s)?|pending|subject to|until|needs|requires) (?:legal |final |client |editor's |desk |our |press office )*(?:clearance|approval|sign-?off|cleared|approved)\\b",
      hit: "Do not use until cleared by the legal desk",
      miss: "The merger is pending approval of the court",
    },
  ],
};
