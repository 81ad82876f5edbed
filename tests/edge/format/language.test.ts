import { expect, test } from "vitest";
import { languageOf, readLanguage } from "#edge/format/language.ts";
import { copyOf } from "./helpers.ts";

const ARABIC = "أغلق الميناء يوم الجمعة بعد أسوأ عاصفة منذ أربعين عاما، حسبما قالت الوزيرة.";
const URDU = "بندرگاہ کو جمعہ کے روز چالیس سال کے بدترین طوفان کے بعد بند کر دیا گیا، وزیر نے کہا۔";

test.each([
  [
    "en",
    "The harbour of Oslo was closed on Friday after the worst storm in forty years, an official said.",
  ],
  [
    "de",
    "Der Hafen wurde am Freitag nach dem schwersten Sturm seit vierzig Jahren geschlossen, sagte die Behörde.",
  ],
  [
    "fr",
    "Le port a été fermé vendredi après la pire tempête depuis quarante ans, a déclaré la ministre.",
  ],
  ["es", "El puerto cerró el viernes tras la peor tormenta en cuarenta años, según la ministra."],
  [
    "da",
    "Havnen blev lukket fredag efter den værste storm i fyrre år, sagde ministeren til avisen.",
  ],
  [
    "no",
    "Havnen ble stengt fredag etter den verste stormen på førti år, sa statsråden til avisen.",
  ],
  [
    "pl",
    "Port został zamknięty w piątek po najgorszej burzy od czterdziestu lat, powiedziała rzeczniczka.",
  ],
  ["tr", "Liman Cuma günü son kırk yılın en şiddetli fırtınasının ardından kapatıldı, dedi sözcü."],
  [
    "ru",
    "Порт был закрыт в пятницу после самого сильного шторма за сорок лет, сообщила пресс-служба.",
  ],
  [
    "uk",
    "Порт було закрито у п'ятницю після найсильнішого шторму за сорок років, повідомила речниця.",
  ],
  [
    "bg",
    "Пристанището беше затворено в петък след най-силната буря от четиридесет години, каза министърът.",
  ],
  ["ar", ARABIC],
  ["ur", URDU],
  [
    "fa",
    "بندر روز جمعه پس از شدیدترین طوفان چهل سال اخیر بسته شد، وزیر گفت که کشتی‌ها منتظر هستند.",
  ],
  ["hi", "बंदरगाह को शुक्रवार को चालीस साल के सबसे भीषण तूफान के बाद बंद कर दिया गया, मंत्री ने कहा।"],
  ["mr", "चाळीस वर्षांतील सर्वात भीषण वादळानंतर शुक्रवारी बंदर बंद करण्यात आले, असे मंत्र्यांनी सांगितले."],
  ["zh", "港口周五关闭，部长说。这是四十年来最严重的风暴，船只正在海上等待。"],
  ["ja", "港は金曜日に閉鎖されたと当局が発表した。嵐は四十年で最悪だったという。"],
  ["ko", "항구가 금요일에 폐쇄되었다고 장관이 말했다. 사십 년 만에 최악의 폭풍이었다."],
  ["el", "Το λιμάνι έκλεισε την Παρασκευή μετά τη χειρότερη καταιγίδα εδώ και σαράντα χρόνια."],
  [null, "Minister resigns over harbour contract"], // too short
  [null, "Baltimore 23 13, Boston 24 14, Toronto 19 21, Oslo 3, Bergen 2, Voss 1, Narva 1"],
  [null, "12, 13, 14"],
  [
    "en",
    "The harbour was closed, and the minister said “порт закрыт” to reporters who were with her.",
  ],
])("%s: %s", (language, text) => expect(languageOf(null, text)).toBe(language));

test.each([
  ["en_gb", "en-GB"],
  ["EN", "en"],
  ["eng", "en"],
  ["English", "en"],
  ["Deutsch", "de"],
  ["en-US,en;q=0.9", "en-US"],
  ["zh-cn", "zh-CN"],
  ["x", null],
  ["not a language", null],
  ["", null],
])("the stated language %j is %j", (stated, language) =>
  expect(readLanguage(stated)).toBe(language));

test.each([
  ["en", ARABIC, "ar"], // the script contradicts it
  ["ur", URDU, "ur"],
  ["nb", "Havnen ble stengt på fredag, sa statsråden.", "nb"],
  ["sr-Latn", "Luka je zatvorena u petak, rekla je ministarka.", "sr-Latn"],
  ["uz", "Port juma kuni yopildi, dedi vazir.", "uz"],
  ["zh-Hant", "港口週五關閉，部長說。這是四十年來最嚴重的風暴。", "zh-Hant"],
  ["ja", "東京都知事選挙投票日", "ja"],
  ["de", "AKW", "de"],
])("%s stated over %s is %s", (stated, text, language) =>
  expect(languageOf(stated, text)).toBe(language));

test("every story is told in its language, stated or not", async () => {
  const story = "The harbour of Oslo was closed on Friday after the worst storm in forty years.";
  expect((await copyOf("a.txt", story)).language).toBe("en");
  expect((await copyOf("a.md", `---\nlanguage: en_gb\n---\n${story}`)).language).toBe("en-GB");
});

test.each([
  ["ar", `\u200f${ARABIC}\u200e (BBC\u200f).`],
  ["ur", URDU],
  ["tr", "İstanbul'da liman Cuma günü kapatıldı, ılık bir gündü ve IĞDIR’da fırtına çok güçlüydü."],
  ["hi", "मंत्री ने कहा, “बंदरगाह को शुक्रवार को बंद कर दिया गया है क्योंकि तूफान भीषण था।”"],
  ["zh", "“港口周五关闭，”部长说。这是四十年来最严重的风暴——船只正在海上等待……"],
  [
    "ja",
    "「港は金曜日に閉鎖された」と当局が発表した。『嵐』は四十年で最悪だったという。ｶﾅ　全角だ。",
  ],
  [
    "fr",
    "E\u0301te\u0301 : le port a été fermé vendredi après la pire tempête depuis quarante ans, a dit la ministre.",
  ], // not composed anew
  ["he", "\u2067הנמל נסגר ביום שישי אחרי הסערה\u2069 \u202b(החזקה)\u202c ביותר מזה ארבעים שנה."],
])("text in %s passes through unharmed", async (language, text) => {
  const copy = await copyOf("a.txt", `${text}\n\n${text}`);
  expect(copy.body).toBe(`${text}\n\n${text}`);
  expect(copy.language).toBe(language);
  const page = await copyOf("a.html", `<html><body><p>${text}</p></body></html>`);
  expect(page.body.replaceAll("\u00a0", " ")).toBe(text.replaceAll("　", " "));
});
