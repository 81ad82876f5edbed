import { expect, test } from "vitest";
import { encodeAs } from "./encode.ts";
import { copyOf } from "./helpers.ts";

const QUOTED = "“It’s closed,” she said – the harbour’s café cost €3.";
const NAMED = "The café is closed, Zoë Müller said.";
const FRENCH =
  "Le port a été fermé vendredi. « C’était nécessaire », a dit la ministre à Besançon.";
const GERMAN = "Die Straße über die Brücke ist für Fußgänger gesperrt.";
const POLISH = "Port został zamknięty w piątek. Żołnierze pomogą usunąć śnieg i błoto.";
const CZECH = "Přístav byl v pátek uzavřen, řekla mluvčí úřadu. Žádné lodě nemohou připlout.";
const TURKISH = "Liman Cuma günü kapatıldı, dedi sözcü. İstanbul'da fırtına çok güçlüydü.";
const ICELANDIC = "Höfninni var lokað á föstudag, sagði ráðherrann. Skipin bíða úti á sjó.";
const RUSSIAN =
  "Порт был закрыт в пятницу после самого сильного шторма за сорок лет, сообщила служба.";
const GREEK = "Το λιμάνι έκλεισε την Παρασκευή μετά την καταιγίδα, είπε η υπουργός.";
const ARABIC = "أغلق الميناء يوم الجمعة بعد أسوأ عاصفة منذ أربعين عاما، حسبما قالت الوزيرة.";
const HEBREW = "הנמל נסגר ביום שישי אחרי הסערה החזקה ביותר מזה ארבעים שנה, אמרה השרה.";
const JAPANESE =
  "港は金曜日に閉鎖されたと当局が発表した。「必要だった」と彼女は述べた。嵐は四十年で最悪だったという。";
const CHINESE =
  "港口周五关闭，部长说。这是四十年来最严重的风暴，船只正在海上等待。“这是必要的”，她说。";
const TAIWANESE =
  "港口週五關閉，部長說。這是四十年來最嚴重的風暴，船隻正在海上等待。「這是必要的」，她說。";
const KOREAN = "항구가 금요일에 폐쇄되었다고 장관이 말했다. 사십 년 만에 최악의 폭풍이었다.";

test.each([
  ["windows-1252", QUOTED],
  ["macintosh", QUOTED],
  ["windows-1252", NAMED],
  ["macintosh", NAMED],
  ["macintosh", "It’s closed, she said."],
  ["windows-1252", FRENCH],
  ["macintosh", FRENCH],
  ["iso-8859-15", "Le coeur du port a coûté 3 € à l'État, un chef-d'œuvre."],
  ["windows-1252", GERMAN],
  ["macintosh", GERMAN],
  ["windows-1250", POLISH],
  ["iso-8859-2", POLISH],
  ["windows-1250", CZECH],
  ["iso-8859-2", CZECH],
  ["windows-1254", TURKISH],
  ["windows-1252", ICELANDIC], // the same bytes are Turkish letters elsewhere
  ["windows-1250", "Lech Wałęsa opened the harbour in Gdańsk on Friday."],
  ["windows-1251", RUSSIAN],
  ["koi8-r", RUSSIAN],
  ["iso-8859-5", RUSSIAN],
  ["x-mac-cyrillic", RUSSIAN],
  ["ibm866", RUSSIAN],
  ["windows-1253", GREEK],
  ["iso-8859-7", GREEK],
  ["windows-1256", ARABIC],
  ["iso-8859-6", ARABIC],
  ["windows-1255", HEBREW],
  ["shift_jis", JAPANESE],
  ["euc-jp", JAPANESE],
  ["gb18030", CHINESE],
  ["big5", TAIWANESE],
  ["euc-kr", KOREAN],
])("%s that nobody declares is read: %s", async (label, text) =>
  expect((await copyOf("a.txt", encodeAs(label, text))).body).toBe(text));

test("where two sets are equally likely it is windows-1252", async () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode("The caf"), 0xe9]);
  expect((await copyOf("a.txt", bytes)).body).toBe("The café");
});

test("what is declared counts before what is likely", async () => {
  const page = `<html><head><meta charset="windows-1251"></head><body><p>${RUSSIAN}</p></body></html>`;
  expect((await copyOf("a.html", encodeAs("windows-1251", page))).body).toBe(RUSSIAN);
});

test.each([
  true,
  false,
])("UTF-16 of another script without a mark is read (little end first: %s)", async (little) => {
  const bytes = [...RUSSIAN].flatMap((letter) => {
    const unit = letter.charCodeAt(0);
    return little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });
  expect((await copyOf("a.txt", Uint8Array.from(bytes))).body).toBe(RUSSIAN);
});

/** As text looks that was saved in UTF-8 and read as windows-1252. */
const misread = (text: string): string =>
  new TextDecoder("windows-1252").decode(new TextEncoder().encode(text));

test.each([
  QUOTED,
  NAMED,
  "Café in Zürich",
  RUSSIAN,
  `${FRENCH} ${QUOTED}`,
])("%s is repaired, misread once or twice", async (text) => {
  expect((await copyOf("a.txt", misread(text))).body).toBe(text);
  expect((await copyOf("a.txt", misread(misread(text)))).body).toBe(text);
});

test("a closing mark that lost its last byte is repaired beside its opening one", async () => {
  const text = misread("“It’s closed,” she said.").replaceAll("\u009d", "");
  expect((await copyOf("a.txt", text)).body).toBe("“It’s closed,” she said.");
});

test.each([
  "SÃO PAULO",
  "“CAFÉ”", // É and ” happen to be two bytes of one character
  "«IRMû e «ÓRFû",
  "À “x”, É» et Â",
  "The letter Ã is Portuguese; é is French.",
  "He typed â€ and nothing else.",
])("%s stays as it is", async (text) => expect((await copyOf("a.txt", text)).body).toBe(text));
