import type { Article } from "#core/article/article.ts";
import type { Fact } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Quote } from "#core/speech/quote.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

/** Friday 8 May 2026, 08:00 in London: when the pictured editions are due. */
export const DUE = Date.UTC(2026, 4, 8, 7);
const HOUR = 3_600_000;

type Said = readonly [text: string, name: string, role?: string];

interface Piece extends Partial<Article> {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly (string | Partial<Fact>)[];
  readonly said?: readonly Said[];
}

/** One invented article with its brief, as the desk would have filed it. */
function piece({ facts, said = [], ...fields }: Piece): Filed {
  const quotes = said.map(([text, name, role = null]): Quote => {
    return sampleQuote({ text, speaker: { name, role, start: 0, end: name.length } });
  });
  const article = {
    ...{ source: "Tarn Wire", published: DUE - HOUR, takenIn: DUE - HOUR },
    ...{ sourceUrl: `https://tarnwire.example/${fields.id}` },
    ...fields,
  };
  return sampleFiled(article, {
    headline: fields.title,
    facts: facts.map((fact) => sampleFact(typeof fact === "string" ? { text: fact } : fact)),
    quotes,
  });
}

export const FERRY = piece({
  id: "fe31x8",
  title: "Ferry fire off Port Ellery kills 12 as rescuers search for the missing",
  section: "local",
  urgency: 1,
  byline: "Jonas Ferrant",
  dateline: { place: "PORT ELLERY", date: "May 8", agency: "Tarn Wire" },
  facts: [
    "Twelve people died when fire broke out on the night ferry Solveig, the coastguard said.",
    "The ship carried 214 passengers and 31 crew, and was six nautical miles from the harbour.",
    {
      text: "The fire began on the car deck, in an electric lorry.",
      attribution: "the operator",
      hedge: "reportedly",
    },
  ],
  said: [
    [
      "We heard the alarm, and then the corridor was already dark",
      "Ines Brandvold",
      "a passenger from Halden",
    ],
    ["Every boat we have is out there", "Tomas Arkell", "coastguard commander"],
  ],
  picture: {
    url: "https://pictures.example/solveig-800.jpg",
    alt: "Smoke rises from the ferry Solveig off Port Ellery",
    credit: "Leona Marsk/Tarn Wire",
  },
});

/** The same article after its publisher has corrected the toll. */
export const FERRY_CORRECTED: Filed = {
  brief: {
    ...FERRY.brief,
    headline: "Ferry fire off Port Ellery kills 15 as rescuers search for the missing",
    facts: FERRY.brief.facts.map((fact, index) =>
      index === 0 ? { ...fact, text: fact.text.replace("Twelve", "Fifteen") } : fact,
    ),
  },
  article: {
    ...FERRY.article,
    revision: 2,
    change: { kind: "correction", details: ["toll 12 → 15"], note: null },
  },
};

export const RATE = piece({
  id: "vd91k2",
  title: "Velmark central bank holds its rate at 3.25% and warns of “sticky” rents",
  section: "business",
  byline: "Adaeze Lindqvarn",
  facts: [
    "The Bank of Velmark left its main rate at 3.25%, as 18 of 21 economists polled had expected.",
    "Rents rose 6.1% in the year to March, the fastest since 2009.",
    { text: "Two of nine members voted to lower it.", attribution: "the minutes" },
  ],
  said: [["Rents are the last fire in the building", "Maren Osei", "Governor"]],
});

export const CHEMICALS = piece({
  id: "ch07q1",
  title: "Halden plant named in leaked list of polluters",
  section: "business",
  facts: ["The plant is on a list that was seen by Tarn Wire."],
});

export const BRIDGE_ARABIC = piece({
  id: "ar18br",
  title: "إغلاق جسر المرفأ ليلاً لإصلاح كابل متصدع",
  section: "local",
  source: "وكالة تارن",
  facts: [
    "يغلق جسر Port Ellery من الساعة 22:00 حتى 05:00 إحدى عشرة ليلة ابتداء من الاثنين.",
    "وجد المهندسون شقا بطول 14 مليمترا في واحد من 62 كابلا.",
  ],
  said: [["السلامة أولا، ثم المرور", "ميرا سولن", "كبيرة المهندسين"]],
});

export const DATA_ARABIC = piece({
  id: "ar52dc",
  title: "شركة Nordlake تفتتح مركز بيانات بقدرة 40 ميغاواط في المرفأ",
  section: "technology",
  facts: [
    "افتتحت شركة Nordlake مركز بيانات بقدرة 40 ميغاواط يوم الخميس.",
    "قالت الشركة إن المركز سيوفر 120 وظيفة بحلول عام 2027.",
  ],
  said: [["هذه بداية وليست نهاية", "سلمى الحداد", "Nordlake"]],
});

export const WOLVERINES = piece({
  id: "ws44n8",
  title: "Wolverines seen in Sarn valley for the first time in 70 years",
  section: "science",
  published: DUE - 5 * HOUR,
  facts: [
    "Two wolverines were filmed in the upper Sarn valley in April, the first sighting there since 1956.",
    "The footage was checked by three biologists, the park said.",
  ],
  said: [["I watched it eleven times before I rang anyone", "Tove Lindqvarn", "ranger"]],
});

export const HARVEST = piece({
  id: "gr60ex",
  title: "Grain exports through Halden fall by a fifth after the rail strike",
  section: "business",
  facts: ["Exports fell by 21% to 340,000 tonnes in April.", "The strike ended on 2 May."],
  said: [["The silos are full and the wagons are empty", "Per Stolt", "harbour master"]],
});

export const REGATTA = piece({
  id: "rg15sp",
  title: "Calm sea puts off the first day of the Ellery regatta",
  section: "sport",
  published: DUE - 2 * HOUR,
  facts: ["The race committee waited six hours for wind, and called the day off at 17:00."],
});
