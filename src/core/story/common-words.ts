/**
 * Words by the share of reports that have them, counted over 1,450 reports of many papers: a young archive
 * can't tell a common word from a rare one. Names are left out, since they come and go.
 */
export const COMMON_WORDS: readonly { readonly share: number; readonly words: string }[] = [
  {
    share: 0.32,
    words: `
    people police shooting`,
  },
  {
    share: 0.16,
    words: `
    around back called campaign candidate family found home hospital house including injured
    investigation killed man night party president released report right shot show state taken
    victims want work`,
  },
  {
    share: 0.08,
    words: `
    accidentally ago among appeared area arrested asked attack authorities away become believe
    block boy car case change charged chief child children city claimed close com comments
    community condition continue country dead death died early election end face fight find fire
    following former friend give going good government group gun gunshot happened head help
    identified incident information inside interview involved issue know later lead leaders left
    life lives long looking media members men months morning mother move name national need
    neighborhood next office officers officials opened others outside park person place playing
    point political post primary public put question read received remains reporter responded
    saying scene school see set several son started story support suspect taking talking things
    think times today trying turned used video vote voters whether woman world wounded`,
  },
  {
    share: 0.04,
    words: `
    able account accused act action administration afternoon air allowed almost already always
    announced answer anyone anything apparently arm arrived assault attempted attorney based began
    best better big black body break bring brother building bullet business cause challenge clear
    committee company complete concerns conference confirmed connection conservative considered
    contact control convention court created crime criminal critical criticism crowd currently
    custody daughter deal debate decades decided decision deputies described despite details
    detectives determined development different director district drive earlier efforts email
    enough entering evening event evidence expected experience fact failed far father federal feel
    few filed firearm force foreign front further gathered general getting girl given great
    growing hand hard health heard hearing held high himself history hit holding hope hours image
    immediately important increase initial interest international job joined justice keep kind
    known large late latest law least leave led leg let likely line listed little local los lost
    lot love major making mark matter means meeting message military minister moment money
    multiple murder nation nearly nomination nominee note number occurred offered old order
    organization parents particularly past percent personal photo pick pictured plan play polls
    position possible present press previous private problem pronounced protect provide published
    pulled push race raised reached real really recent recently record recovered represents
    reserved residents response result returned revealed rival role rules run running rushed saw
    search second secretary security seems seen senator sent serious served service share shooter
    shootings side sign site social someone something sources speaking special speech spokesman
    staff stage standing star statement step stop struck student suffered suggested system target
    team teen terrorism thought threatening together top toward transported treated tried tweet
    understand use using vehicle view violence walking war watch weapon weekend weeks wife win
    witnesses women words wrote young`,
  },
  {
    share: 0.02,
    words: `
    above abuse accept access activists activity actor actually adding additional address admitted
    adults adviser affiliate age agency ages agreed ahead aides allegations alleged allegedly
    allies amount apartment appeal appearance approached argued assistant attended attention
    author available avoid baby bad ban bank bar battle beat became begin bid biggest billionaire
    bit blood board bond book border broadcast broke brought buy cannot capital captured carried
    cast caught celebrate certain chairman champion chance channel character check chest choice
    church citizens class club collected college commander commission common compared complaint
    complex conducted confrontation constitutional contest contributed controversial conversation
    convicted cops corporation cost counter couple course cover crew crisis cut damage date deadly
    declared declined defeat defended defense delegates delivered demanding denied difficult
    direct discharged discovered discussion dispute division documents dollars domestic door
    double driver dropped drove drug due earned economic economy either elected else employees
    endorsed enforcement especially establishment eventually everybody everyone everything
    executive experts explain expressed fall fans fatal fatally fear features fellow felon female
    field figure film final finally financial firm flying focus focused form forward fourth free
    frustrated funding future gain game gang gave generation gets global goes gone governor grand
    ground guard gunfire gunman guy hall handgun handling heart herself homicide host http human
    hurt husband idea identity illegal immigration independent indicated individuals industry
    influence instead institute intended island itself jail journalists judge key kids knew land
    largely largest launched lawyer leadership learned legal legislation less letter level liberal
    light limited loaded located location locked low main majority male managed manager market
    mass match material maybe measures mention met middle miles mind minutes missing mobile motive
    movement nearby network none northwest nothing notice often older ongoing online operations
    opportunity opposed opposition originally page paid passed passengers pay performance perhaps
    period phone planned players pledged popular possession potential power practice prepared
    pressure presumptive pretty prevent principal prison probably process produced production
    professor program progressive project promise property prosecutor protesters prove publicly
    putting quickly quite radio rally ran range rate rather reason recognized red referring
    refused region registered related relationship relatives religious remarks removed request
    required research respect rest rise risk room round safe safety save scheduled season seat
    secure seeking send senior sense sentence separate series shift shocked short shortly
    significant similar simply single sister sitting situation small soon sought sound southern
    spending spent spoke spokeswoman spot stable station status stay stepped stopped strategy
    striking strong struggle subject successful summer super sure surprise survive sustained tape
    tax television telling term test thank themselves third threat throughout total town track
    trade traditional traffic trail train travel treatment trigger trouble true unclear union
    upcoming urged via vice victory violent visit voice waiting warned water ways wearing website
    window winning workers worried worth writing wrong`,
  },
  {
    share: 0.01,
    words: `
    abdomen ability abortion abroad absolutely accusations acknowledged active ad addressing
    advanced advantage advertising advice advised advocate affairs affected agenda agent
    aggressive agreement aimed aircraft airline airport alert alone alongside alternative amazing
    ambulance amid analysis analysts anger angry animal annual anonymous anybody apart apologized
    apple appointed argument art article assembly assist attract audience autopsy average award
    bag bail ballot banned barely beach bear bedroom beginning begun behalf behavior belonged
    below benefit bigger birth birthday blame blasted blow blue bomb born bottom box boyfriend
    brand brief built burned bus camera camp captain card career carrying cash casings caucus
    caucuses cell centre century chair chase cheers choose chose circumstances civil classified
    clean clearly climate closer clothing coach coalition coast code collapsed colleagues color
    combat commercial commitment compete competitive complicated concluded condemned confident
    conflict consequences consistently constantly construction consulting contained contenders
    content contract contrast convince cooperating core corner correct counsel cousin coverage
    crash credit critics crossing crown culture cycle dad danger dangerous dark data dedicated
    deep deeply degree delay demonstrate description deserve designed destroyed detained detention
    devastated device dies digital diplomat direction directly disappointed disclosure discuss
    dismissed dispatchers distance disturbing divided doctors dominated donations donors downtown
    drama draw dressed drew driven duty easy editor education effect effectively electorate elite
    embrace emerged emergency emotional enable encourage endorsement engaged enjoyed ensure entire
    environment erupted escalated escape essentially estate estimated exactly examiner example
    exchange exclusive existing exit expand extended extreme extremely extremism facility factor
    failure fair familiar fast favor favorite feet fell felt fewer fifth filled finance fine
    finished fit fix fled flew flight floor folks followers food foot footage football formally
    fought founder freedom frequently fuel function fundraising funeral globe goal golf graduate
    graze grown growth guide guilty gunmen hail hair hanging happy hate headlines headquarters
    heat heavy helicopter higher highest highlight highly hiring historic hitting hole holiday
    honor hopeful hotel huge hunting id ignored impact impossible impressive improve income
    incredibly indicted informed initiative innocent insisted inspired instances insults
    intelligence intention intersection introduced invested investment invited items joked jumped
    jury juvenile kept kicked labor lack lady language larger laugh lawsuit lay license likes
    linked listen longer longtime loud lower lying magazine mail maintained manner manslaughter
    manufacturing margin married meant meetings midnight militant ministry minor minority mission
    mistake mix model moderate modern mogul mom mostly movie music natural nature necessary neck
    negotiations neither newly newspaper nice nightclub nobody normal northern nuclear numerous
    obtained occasion odds ones onto opinion opponent option overnight overwhelming owned owner
    pair panel paper participate partners pass pastor path patrol patrons peace pending per
    perfect personnel photographer pic piece pistol platform plea pleaded poor pope population
    posed positive possibility powerful praised prayers predicted presence pressing prices prior
    priority processing profile prominent promoting prompted proposal proposed prospect proud
    province purchase pursue quick quoted racial racism racist radical rape rare reality reckless
    recruitment redistributed reduce reference reflects reform regarding regular rejected remember
    reminded repeated repeatedly replace reply rescue resigned resort restaurant restrictions
    retaliation retired review revolution rewritten rhetoric ridiculous riding rifle robbery roll
    roughly route royal sad sale sat scandal scary scientists score screen scrutiny sea secret
    section select selling seriously server setting settled sex sexual shirt shotgun shoulder
    shown slain slow smile society sold soldiers somebody sometimes song sort southeast space
    specifically speculation spoken spotted spread spring stabilized stake stance standards
    staying stock stomach stood storm strength stretch string strongest study stuff stunned style
    substance success suddenly suicide surface surgery surrounding surveillance suspended swing
    table task teacher technology teenage teenager tensions territory terror throwing ticket ties
    tip title toddler tone tonight tool touch tough tour tragedy tragic transcript transferred
    transformation trend trial trip troops truck trust truth twice type typically ultimately uncle
    unknown unlawful unless unlikely unusual upper upset users usually value various version
    veterans village violated violation virtual vowed wake warrant wave wealthy weigh welcome
    whatever whole widely winner winter wish witness wonder worse worst written www yard yes
    yesterday younger`,
  },
];
