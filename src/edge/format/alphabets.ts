/** Letters beyond ASCII, in lower case, of languages that share a character set. */
export const WESTERN: readonly string[] = [
  "àâæçéèêëîïôœùûüÿ", // French
  "äöüßé", // German
  "áéíóúñüªº¿¡", // Spanish
  "áâãàçéêíóôõúüªº", // Portuguese
  "àèéìíîòóùú", // Italian
  "éëïóöüèêáç", // Dutch
  "æøåéóôòèà", // Danish, Norwegian
  "åäöéáàü", // Swedish
  "äöåšž", // Finnish
  "áéíóúýðþæö", // Icelandic
  "àçéèíïóòúü·", // Catalan
  "éèêëïîôöüçñáíóâäåøã", // English, in names and loanwords
];

export const CENTRAL: readonly string[] = [
  "ąćęłńóśźż", // Polish
  "áčďéěíňóřšťúůýž", // Czech
  "áäčďéíĺľňóôŕšťúýž", // Slovak
  "áéíóöőúüű", // Hungarian
  "čćđšž", // Croatian, Slovene
  "ăâîşţ", // Romanian
];

export const TURKISH: readonly string[] = ["çğıöşüâîûi̇"];

export const BALTIC: readonly string[] = [
  "ąčęėįšųūž", // Lithuanian
  "āčēģīķļņšūž", // Latvian
  "äöõüšž", // Estonian
];
