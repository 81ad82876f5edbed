import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const POLISH: LanguageTable = {
  ...PLAIN,
  code: "pl",
  grammar: "cases",
  verbs:
    words(`powiedział powiedziała mówi mówił mówiła dodał dodała dodaje podkreślił podkreśliła podkreśla stwierdził
    stwierdziła stwierdza zaznaczył zaznaczyła zaznacza wyjaśnił wyjaśniła wyjaśnia tłumaczył tłumaczyła tłumaczy
    oświadczył oświadczyła zapewnił zapewniła zapewnia poinformował poinformowała informuje przyznał przyznała przyznaje
    ocenił oceniła ocenia zauważył zauważyła zauważa napisał napisała pisze odpowiedział odpowiedziała odpowiada zapytał
    zapytała pyta ostrzegł ostrzegła ostrzega przekonywał przekonywała przekonuje wskazał wskazała wskazuje przypomniał
    przypomniała przypomina opowiada opowiadał opowiadała relacjonuje komentuje skomentował skomentowała uważa
    podsumował podsumowała zaapelował zaapelowała apeluje przekazał przekazała zwrócił zwróciła konkluduje konkludował konkludowała wspomina wspominał wspominała żartuje żartował żartowała argumentuje argumentował argumentowała alarmuje alarmował alarmowała deklaruje deklarował deklarowała twierdzi twierdził twierdziła sugeruje sugerował sugerowała relacjonował relacjonowała wskazywał wskazywała podkreślał podkreślała tłumaczyła krzyknął krzyknęła szepnął szepnęła cieszy chwali narzeka pytał`),
  phrases: phrases("zwrócił uwagę, zwróciła uwagę, zwraca uwagę, dał do zrozumienia"),
  fillers:
    words(`także też również wczoraj dziś dzisiaj potem następnie w poniedziałek wtorek środę czwartek piątek
    sobotę niedzielę nam pap`),
  links: words("że iż"),
  prepositions: words(
    `z ze w we na do od dla przez po o przy nad pod przed za u bez między według jako ds`,
  ),
  conjunctions: words("i oraz lub a"),
  connectives: words("ale także również też jednak ponadto dlatego natomiast"),
  pronouns: words("on ona ono oni one to jego jej ich"),
  particles: words("de van von"),
  openers:
    words(`i a ale w we na do od dla przez po o przy nad pod przed za u bez według jak także też wczoraj dziś on ona
    oni to jego jej ich gdy kiedy choć jeśli nie tak ten ta te już z ze zdaniem jako`),
  title:
    /^(?:pan|pani|dr|prof|mgr|inż|gen|płk|kpt|mec|ks|bp|abp|kard|wicepremier|premier|.*(?:minister|ministra|prezydent|prezydentka|rzecznik|rzeczniczka|burmistrz|burmistrzyni|wojewoda|marszałek|marszałkini|poseł|posłanka|senator|senatorka|starosta|dyrektor|dyrektorka|prezes|prezeska|przewodnicząc[ya]|sekretarz|szef|szefowa|lider|liderka|komendant|komendantka|prokurator|sędzia|adwokat|mecenas|ekspert|ekspertka|naukowiec|badacz|badaczka|ekonomista|ekonomistka|analityk|analityczka|pisarz|pisarka|trener|trenerka|kapitan|napastnik|bramkarz|aktor|aktorka|piosenkarz|piosenkarka|dziennikarz|dziennikarka|właściciel|właścicielka|założyciel|założycielka|rolnik|rolniczka|nauczyciel|nauczycielka|student|studentka|lekarz|lekarka|pielęgniarka|policjant|policjantka|strażak|radny|radna|sołtys|ambasador|przedstawiciel|przedstawicielka|kierownik|kierowniczka|historyk|historyczka|socjolog|kandydat|kandydatka|mieszkaniec|mieszkanka|wójt|aspirant|papież|biskup|generał|profesor))$/u,
  women:
    words(`anna maria katarzyna małgorzata agnieszka barbara ewa krystyna elżbieta magdalena joanna teresa zofia
    zuzanna jadwiga danuta irena halina helena beata aleksandra marta dorota monika jolanta karolina iwona natalia
    julia hanna justyna urszula renata weronika sylwia kinga paulina wiktoria patrycja alicja izabela kamila olga
    marzena ilona aneta oliwia maja lena emilia gabriela nina dominika martyna klaudia bożena wanda kazimiera grażyna`),
  dash: "spaced",
  hedge:
    /(?<!\p{L})(?:rzekom\p{Ll}+|podobno|prawdopodobnie|domniemany|domniemana|domniemani|być może|zapewne|najwyraźniej|miał[ao]? (?=\p{Ll}+ć))(?!\p{L})/iu,
  abbreviations:
    words(`dr prof mgr inż gen płk kpt mjr por sierż mec ks bp abp kard św ul al nr tys mln mld zł np m in r
    godz wg ww ds im pt tzw tj itd os`),
  ordinals: false,
};
