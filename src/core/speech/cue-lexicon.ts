/** What a verb of speech commits the writer to about the claim. */
export type Commitment = "neutral" | "factive" | "doubt" | "denial";

/**
 * How a verb of speech is used: `say` takes a whole quotation; `shout` takes words that are no clause
 * too; `manner` (laughed, continued) is one only right beside a quotation; `name` (called, dubbed)
 * takes a term, not a quotation.
 */
export type CueUse = "say" | "shout" | "manner" | "name";

export interface CueEntry {
  readonly use: CueUse;
  readonly commitment: Commitment;
  /** Base forms; one that isn't regular is followed by its other forms: `say/says/said/saying`. */
  readonly verbs: string;
}

/** Verbs of speech, by what they commit the writer to. */
export const CUES: readonly CueEntry[] = [
  {
    use: "say",
    commitment: "neutral",
    verbs: `say/says/said/saying tell/tells/told/telling add ask write/writes/wrote/writing
      state comment remark reply/replies/replied/replying answer respond announce declare explain
      note observe report tweet retweet post blog email e-mail text cable telegraph
      recall recount reiterate repeat testify/testifies/testified/testifying
      stress emphasise emphasize underline underscore highlight
      argue contend/contends/contended/contending maintain opine reason/reasons/reasoned
      suggest propose recommend advise urge/urges/urged/urging implore plead beg/begs/begged/begging
      appeal exhort counsel caution warn/warns/warned/warning predict forecast/forecasts/forecasting
      promise vow pledge swear/swears/swore/swearing assure reassure guarantee/guarantees/guaranteed
      request demand command order instruct insist inquire enquire query/queries/queried/querying
      quip/quips/quipped/quipping joke jest tease crack
      sing/sings/sang/singing whisper mutter murmur mumble riff/riffs/riffed/riffing
      complain lament bemoan grumble moan protest object
      criticise criticize condemn denounce decry/decries/decried/decrying slam/slams/slammed/slamming
      blast rebuke chide scold berate
      retort rejoin counter shoot/shoots/shot hit fire snap/snaps/snapped/snapping rebut/rebuts/rebutted
      boast brag/brags/bragged/bragging gush rave enthuse
      thank congratulate praise applaud hail/hails/hailed/hailing salute
      apologise apologize muse ponder reflect wonder speculate theorise theorize
      conclude summarise summarize sum/sums/summed continue begin/begins/began/beginning go/goes/went
      interject interrupt intone preach proclaim pronounce utter voice recite quote/quotes/quoted/quoting
      dictate narrate describe/describes/described elaborate clarify/clarifies/clarified/clarifying
      specify/specifies/specified/specifying indicate signal/signals/signaled/signalled outline detail
      brief relay convey inform notify/notifies/notified/notifying remind
      rule/rules/ruled find/finds/found hold/holds/held conclude
      agree concur/concurs/concurred/concurring disagree bet/bets
      tout claim/claims hint imply/implies/implied/implying mention
      put/puts echo fume rage thunder rant vent lash
      read/reads think/thinks/thought/thinking feel/feels/felt believe/believes/believed
      hope/hopes/hoped expect/expects/expected worry/worries/worried`,
  },
  {
    use: "shout",
    commitment: "neutral",
    verbs: `shout yell cry/cries/cried/crying scream exclaim bellow roar holler shriek chant`,
  },
  {
    use: "say",
    commitment: "factive",
    verbs: `confirm admit/admits/admitted/admitting acknowledge concede confess reveal disclose
      divulge point/points/pointed realise realize`,
  },
  {
    use: "say",
    commitment: "doubt",
    verbs: "claim allege assert purport accuse/accuses/accused charge/charges/charged",
  },
  {
    use: "say",
    commitment: "denial",
    verbs: `deny/denies/denied/denying dispute reject refute dismiss/dismisses/dismissed disavow
      repudiate`,
  },
  {
    use: "manner",
    commitment: "neutral",
    verbs: `laugh smile grin/grins/grinned/grinning sigh sob/sobs/sobbed/sobbing weep/weeps/wept
      chuckle giggle nod/nods/nodded/nodding shrug/shrugs/shrugged/shrugging gesture beam
      start open close/closes/closed finish end press/presses/pressed push/pushes/pushed
      croak growl grunt hiss groan gasp stammer stutter sniff scoff snort
      gloat marvel hum/hums/hummed offer volunteer venture advise chime/chimes/chimed
      share curse blurt drawl deadpan/deadpans/deadpanned sneer smirk crow bark snarl wail coo purr
      beg/begs/begged trumpet hazard reckon`,
  },
  {
    use: "name",
    commitment: "neutral",
    verbs: `call dub/dubs/dubbed/dubbing label/labels/labeled/labelled/labeling/labelling brand term
      title entitle name nickname style deem entitled`,
  },
];
